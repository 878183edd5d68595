package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes memberships; one that has ended leaves a tombstone. */
@Dependent
public class MemberRows {

    private static final String SELECT =
            "select account_id, role, version, suspended, removed_at is not null from frontless.member"
                    + " where workspace_id = ?";

    private static final String CHANGE = "update frontless.member set version = version + 1, ";
    private static final String OF_ONE = " where workspace_id = ? and account_id = ?";

    private static final String OWN = "select role, grants, second_factor_required from frontless.own_membership(?, ?)";

    private final Statements statements;
    private final Lookups lookups;

    @Inject
    public MemberRows(Statements statements, Lookups lookups) {
        this.lookups = lookups;
        this.statements = statements;
    }

    /** A membership. */
    public record Row(UUID accountId, String role, long version, boolean suspended, boolean removed) {}

    /**
     * A person's own membership.
     *
     * @param grants JSON; null where the role is not one of the workspace's own
     * @param secondFactorRequired whether the workspace lets in only who has shown a second factor
     */
    public record Own(String role, @Nullable String grants, boolean secondFactorRequired) {}

    /** A workspace to which a person belongs, and as what. */
    public record OwnWorkspace(UUID workspaceId, String label, String role) {}

    /** What a person is in a workspace, as seen by themselves before they enter it; {@code account} is their context for that database. */
    public Optional<Own> own(String database, String account, UUID workspaceId) {
        return lookups.firstIn(
                database,
                row -> new Own(row.getString(1), row.getString(2), row.getBoolean(3)),
                OWN,
                account,
                workspaceId);
    }

    /** The workspaces of the person whose context this is, without those that they have left or are suspended in, the oldest first. */
    public List<OwnWorkspace> own() {
        return statements.read(
                row -> new OwnWorkspace(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                "select workspace_id, label, role from frontless.own_memberships()");
    }

    /** All that have not ended, or all that have, in the order they were added. */
    public List<Row> all(UUID workspaceId, boolean removed) {
        return statements.read(
                MemberRows::row,
                SELECT + " and removed_at is not null = ? order by added_at, account_id",
                workspaceId,
                removed);
    }

    /** One, also where it has ended. */
    public Optional<Row> find(UUID workspaceId, UUID accountId) {
        return statements.read(MemberRows::row, SELECT + " and account_id = ?", workspaceId, accountId).stream()
                .findFirst();
    }

    /** One, also where it has ended, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, UUID accountId) {
        return statements
                .read(MemberRows::row, SELECT + " and account_id = ? for update", workspaceId, accountId)
                .stream()
                .findFirst();
    }

    /** Those who have a role and have not left, locked until the end of the transaction, always in the same order. */
    public List<Row> lockThoseWith(UUID workspaceId, String role) {
        return statements.read(
                MemberRows::row,
                SELECT + " and role = ? and removed_at is null order by account_id for update",
                workspaceId,
                role);
    }

    /** Gives a member another role. */
    public void assign(UUID workspaceId, UUID accountId, String role) {
        statements.change(CHANGE + "role = ?" + OF_ONE, role, workspaceId, accountId);
    }

    /** Keeps a member out, or lets them in again. */
    public void suspend(UUID workspaceId, UUID accountId, boolean suspended) {
        statements.change(CHANGE + "suspended = ?" + OF_ONE, suspended, workspaceId, accountId);
    }

    /** Leaves a tombstone. */
    public void remove(UUID workspaceId, UUID accountId) {
        statements.change(CHANGE + "removed_at = clock_timestamp()" + OF_ONE, workspaceId, accountId);
    }

    /** Takes the tombstone away. */
    public void restore(UUID workspaceId, UUID accountId, String role, boolean suspended) {
        statements.change(
                CHANGE + "removed_at = null, role = ?, suspended = ?" + OF_ONE,
                role,
                suspended,
                workspaceId,
                accountId);
    }

    /** Adds a member. */
    public void add(UUID workspaceId, UUID accountId, String role) {
        statements.change(
                "insert into frontless.member (workspace_id, account_id, role) values (?, ?, ?)",
                workspaceId,
                accountId,
                role);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class), row.getString(2), row.getLong(3), row.getBoolean(4), row.getBoolean(5));
    }
}
