package io.frontless.workspace.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.entity.MemberRows;
import io.frontless.workspace.entity.Workspace;
import io.frontless.workspace.entity.WorkspaceRows;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Which workspaces a person belongs to, and the way into one. */
@Stateless
public class Workspaces {

    /** The field that a refusal names where a second factor is all that is missing. */
    public static final String SECOND_FACTOR = "secondFactor";

    private static final Logger LOG = Logger.getLogger(Workspaces.class.getName());

    @Inject
    WorkspaceRows rows;

    @Inject
    MemberRows members;

    @Inject
    WorkspaceContext context;

    @Inject
    Places places;

    @EJB
    Memberships memberships;

    /** A person's workspaces, the oldest first. One whose database does not answer at present is among them, with nothing but its id. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Membership> of(UUID accountId) {
        List<Membership> all = new ArrayList<>(memberships.in(Places.SHARED, accountId));
        Map<String, List<UUID>> elsewhere = memberships.seats(accountId).stream()
                .filter(id -> !places.of(id).equals(Places.SHARED))
                .collect(Collectors.groupingBy(places::of));
        elsewhere.forEach((database, seats) -> all.addAll(asked(database, accountId, seats)));
        all.sort(Comparator.comparing(membership -> membership.workspaceId().toString()));
        return all;
    }

    /** Only that of a dedicated database is given up; the shared one is needed for all. */
    private List<Membership> asked(String database, UUID accountId, List<UUID> seats) {
        try {
            return memberships.in(database, accountId);
        } catch (EJBException | PersistenceException unreachable) {
            LOG.log(Level.INFO, unreachable, () -> "the database " + database + " was not asked for memberships");
            return seats.stream().map(Membership::unreachable).toList();
        }
    }

    /** What people call the workspace that this transaction has entered. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public String label(UUID workspaceId) {
        return rows.find(workspaceId).map(Workspace::label).orElseThrow();
    }

    /** The same as {@link #enter(Actor, UUID, Assurance)} for somebody of whom no more is known than a password would say. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Caller enter(Actor actor, UUID workspaceId) {
        return enter(actor, workspaceId, Assurance.ONE_FACTOR);
    }

    /**
     * The caller that this person is in a workspace; one they do not belong to, or are suspended in, answers NOT_FOUND as one that does not exist. A workspace
     * that requires a second factor refuses as DENIED, with the field {@value #SECOND_FACTOR}, who has not shown one.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Caller enter(Actor actor, UUID workspaceId, Assurance assurance) {
        String database = places.of(workspaceId);
        MemberRows.Own own = members.own(database, context.ofAccount(database, actor.id()), workspaceId)
                .orElseThrow(() -> Rejection.notFound("workspace", workspaceId));
        if (own.secondFactorRequired() && assurance == Assurance.ONE_FACTOR) {
            throw new Rejection(
                    Reason.DENIED,
                    "this workspace lets in only who has signed in with a second factor: set one up in your account, or"
                            + " sign in with the one you have",
                    List.of(new Rejection.Detail(SECOND_FACTOR, "a session with one", "one without")));
        }
        return Caller.ofMember(workspaceId, actor, own.role(), own.grants());
    }
}
