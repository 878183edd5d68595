package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads memberships with their roles, and changes which role it is. */
@Dependent
public class MemberRows {

    private static final String SELECT =
            "select account_id, role, version from frontless.member where workspace_id = ?";

    private static final String OWN = "select role, grants from frontless.own_membership(?, ?)";

    private final Statements statements;
    private final Lookups lookups;

    @Inject
    public MemberRows(Statements statements, Lookups lookups) {
        this.lookups = lookups;
        this.statements = statements;
    }

    /** A membership. */
    public record Row(UUID accountId, String role, long version) {}

    /** A person's own membership; {@code grants} is JSON, null where the role is not one of the workspace's own. */
    public record Own(String role, @Nullable String grants) {}

    /** What a person is in a workspace, as seen by themselves before they enter it; {@code account} is their context. */
    public Optional<Own> own(String account, UUID workspaceId) {
        return lookups.first(row -> new Own(row.getString(1), row.getString(2)), OWN, account, workspaceId);
    }

    /** All, in the order they were added. */
    public List<Row> all(UUID workspaceId) {
        return statements.read(MemberRows::row, SELECT + " order by added_at, account_id", workspaceId);
    }

    /** One. */
    public Optional<Row> find(UUID workspaceId, UUID accountId) {
        return statements.read(MemberRows::row, SELECT + " and account_id = ?", workspaceId, accountId).stream()
                .findFirst();
    }

    /** One, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, UUID accountId) {
        return statements
                .read(MemberRows::row, SELECT + " and account_id = ? for update", workspaceId, accountId)
                .stream()
                .findFirst();
    }

    /** Those who have a role, locked until the end of the transaction, always in the same order. */
    public List<Row> lockThoseWith(UUID workspaceId, String role) {
        return statements.read(
                MemberRows::row, SELECT + " and role = ? order by account_id for update", workspaceId, role);
    }

    /** Gives a member another role. */
    public void assign(UUID workspaceId, UUID accountId, String role) {
        statements.change(
                "update frontless.member set role = ?, version = version + 1 where workspace_id = ? and account_id = ?",
                role,
                workspaceId,
                accountId);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject(1, UUID.class), row.getString(2), row.getLong(3));
    }
}
