package io.frontless.workspace.control;

import io.frontless.workspace.entity.Member;
import io.frontless.workspace.entity.PlacementRows;
import io.frontless.workspace.entity.Workspace;
import io.frontless.workspace.entity.WorkspaceRows;
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
    WorkspaceRows rows;

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
        return rows.membershipsOf(accountId).stream()
                .filter(member -> places.of(member.workspaceId()).equals(database))
                .map(this::view)
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

    private Membership view(Member member) {
        String label = rows.find(member.workspaceId()).map(Workspace::label).orElseThrow();
        return new Membership(member.workspaceId(), label, member.role());
    }
}
