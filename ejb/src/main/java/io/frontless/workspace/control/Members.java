package io.frontless.workspace.control;

import io.frontless.workspace.entity.MemberRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to a workspace, inside somebody else's transaction, which has entered the workspace. */
@Dependent
public class Members {

    private final MemberRows rows;

    @Inject
    public Members(MemberRows rows) {
        this.rows = rows;
    }

    /**
     * A person in a workspace.
     *
     * @param role the key of their role
     * @param version counts the changes of the membership, from 1
     * @param suspended whether they are kept out
     * @param removed whether they left or were removed
     */
    public record Seat(UUID accountId, String role, long version, boolean suspended, boolean removed) {

        /** Whether they can enter the workspace. */
        public boolean active() {
            return !suspended && !removed;
        }
    }

    /** All that have not left, in the order they were added. */
    public List<Seat> all(UUID workspaceId) {
        return rows.all(workspaceId, false).stream().map(Members::seat).toList();
    }

    /** Those who left or were removed, in the order they were added. */
    public List<Seat> former(UUID workspaceId) {
        return rows.all(workspaceId, true).stream().map(Members::seat).toList();
    }

    /** One, also a former one. */
    public Optional<Seat> find(UUID workspaceId, UUID accountId) {
        return rows.find(workspaceId, accountId).map(Members::seat);
    }

    /** Those who have a role and have not left, locked until the end of the transaction. */
    public List<Seat> lockThoseWith(UUID workspaceId, String role) {
        return rows.lockThoseWith(workspaceId, role).stream().map(Members::seat).toList();
    }

    /** One, also a former one, locked until the end of the transaction. */
    public Optional<Seat> lock(UUID workspaceId, UUID accountId) {
        return rows.lock(workspaceId, accountId).map(Members::seat);
    }

    /** Gives a member another role. */
    public void assign(UUID workspaceId, UUID accountId, String role) {
        rows.assign(workspaceId, accountId, role);
    }

    /** Keeps a member out, or lets them in again. */
    public void suspend(UUID workspaceId, UUID accountId, boolean suspended) {
        rows.suspend(workspaceId, accountId, suspended);
    }

    /** Leaves a tombstone. */
    public void remove(UUID workspaceId, UUID accountId) {
        rows.remove(workspaceId, accountId);
    }

    /** Brings back a former member. */
    public void restore(UUID workspaceId, UUID accountId, String role, boolean suspended) {
        rows.restore(workspaceId, accountId, role, suspended);
    }

    /** Adds somebody who never was a member. */
    public void add(UUID workspaceId, UUID accountId, String role) {
        rows.add(workspaceId, accountId, role);
    }

    private static Seat seat(MemberRows.Row row) {
        return new Seat(row.accountId(), row.role(), row.version(), row.suspended(), row.removed());
    }
}
