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
     * @param version counts the roles they have had, from 1
     */
    public record Seat(UUID accountId, String role, long version) {}

    /** All, in the order they were added. */
    public List<Seat> all(UUID workspaceId) {
        return rows.all(workspaceId).stream().map(Members::seat).toList();
    }

    /** One. */
    public Optional<Seat> find(UUID workspaceId, UUID accountId) {
        return rows.find(workspaceId, accountId).map(Members::seat);
    }

    /** Those who have a role, locked until the end of the transaction. */
    public List<Seat> lockThoseWith(UUID workspaceId, String role) {
        return rows.lockThoseWith(workspaceId, role).stream().map(Members::seat).toList();
    }

    /** One, locked until the end of the transaction. */
    public Optional<Seat> lock(UUID workspaceId, UUID accountId) {
        return rows.lock(workspaceId, accountId).map(Members::seat);
    }

    /** Gives a member another role. */
    public void assign(UUID workspaceId, UUID accountId, String role) {
        rows.assign(workspaceId, accountId, role);
    }

    private static Seat seat(MemberRows.Row row) {
        return new Seat(row.accountId(), row.role(), row.version());
    }
}
