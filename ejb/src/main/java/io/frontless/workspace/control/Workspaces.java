package io.frontless.workspace.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.entity.Member;
import io.frontless.workspace.entity.MemberRows;
import io.frontless.workspace.entity.Workspace;
import io.frontless.workspace.entity.WorkspaceRows;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Which workspaces a person belongs to, and the way into one. */
@Stateless
public class Workspaces {

    /** The field that a refusal names where a second factor is all that is missing. */
    public static final String SECOND_FACTOR = "secondFactor";

    @Inject
    WorkspaceRows rows;

    @Inject
    MemberRows members;

    @Inject
    WorkspaceContext context;

    /** A person's workspaces, the oldest first. */
    public List<Membership> of(UUID accountId) {
        context.enterAccount(accountId);
        return rows.membershipsOf(accountId).stream().map(this::view).toList();
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
        MemberRows.Own own = members.own(context.ofAccount(actor.id()), workspaceId)
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

    private Membership view(Member member) {
        String label = rows.find(member.workspaceId()).map(Workspace::label).orElseThrow();
        return new Membership(member.workspaceId(), label, member.role());
    }
}
