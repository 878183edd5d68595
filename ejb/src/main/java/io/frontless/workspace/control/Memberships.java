package io.frontless.workspace.control;

import io.frontless.workspace.entity.MemberRows;
import io.frontless.workspace.entity.PlacementRows;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What a person sees of their memberships, one database at a time: a transaction is on one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Memberships {

    @Inject
    MemberRows members;

    @Inject
    PlacementRows placements;

    @Inject
    WorkspaceContext context;

    @Inject
    Places places;

    /** Those in a database; what is a copy there of a workspace that lives elsewhere is none. */
    public List<Membership> in(String database, UUID accountId) {
        context.workOn(database);
        context.enterAccount(accountId);
        return members.own().stream()
                .filter(own -> places.of(own.workspaceId()).equals(database))
                .map(own -> new Membership(own.workspaceId(), own.label(), own.role()))
                .toList();
    }

    /** The workspaces elsewhere that may be the person's. */
    public List<UUID> seats(UUID accountId) {
        context.enterAccount(accountId);
        return placements.seats(accountId);
    }

    /** Notes that a workspace elsewhere is about to be the person's. */
    public void addSeat(UUID accountId, UUID workspaceId) {
        context.enterAccount(accountId);
        placements.addSeat(accountId, workspaceId);
    }
}
