package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes the roles that workspaces have made themselves. */
@Dependent
public class RoleRows {

    private static final String SELECT =
            "select role, label, cast(grants as text), version, deleted_at is not null from frontless.role";
    private static final String ONE = SELECT + " where workspace_id = ? and role = ?";

    private final Statements statements;

    @Inject
    public RoleRows(Statements statements) {
        this.statements = statements;
    }

    /** A role; {@code grants} is JSON. */
    public record Row(String role, String label, String grants, long version, boolean deleted) {}

    /** Those that are not deleted, by label. */
    public List<Row> living(UUID workspaceId) {
        return statements.read(
                RoleRows::row, SELECT + " where workspace_id = ? and deleted_at is null order by label", workspaceId);
    }

    /** One, deleted or not. */
    public Optional<Row> find(UUID workspaceId, String role) {
        return statements.read(RoleRows::row, ONE, workspaceId, role).stream().findFirst();
    }

    /** One, deleted or not, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, String role) {
        return statements.read(RoleRows::row, ONE + " for update", workspaceId, role).stream()
                .findFirst();
    }

    /** Adds one of version 1. */
    public void add(UUID workspaceId, String role, String label, String grants) {
        statements.change(
                "insert into frontless.role (workspace_id, role, label, grants, version)"
                        + " values (?, ?, ?, cast(? as jsonb), 1)",
                workspaceId,
                role,
                label,
                grants);
    }

    /** Replaces label and grants. */
    public void change(UUID workspaceId, String role, String label, String grants) {
        statements.change(
                "update frontless.role set label = ?, grants = cast(? as jsonb), version = version + 1"
                        + " where workspace_id = ? and role = ?",
                label,
                grants,
                workspaceId,
                role);
    }

    /** Leaves a tombstone. */
    public void delete(UUID workspaceId, String role) {
        statements.change(
                "update frontless.role set deleted_at = clock_timestamp(), version = version + 1"
                        + " where workspace_id = ? and role = ?",
                workspaceId,
                role);
    }

    /** Takes the tombstone away. */
    public void restore(UUID workspaceId, String role) {
        statements.change(
                "update frontless.role set deleted_at = null, version = version + 1 where workspace_id = ? and role = ?",
                workspaceId,
                role);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getBoolean(5));
    }
}
