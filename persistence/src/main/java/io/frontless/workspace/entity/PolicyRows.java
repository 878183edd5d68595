package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the sign-in policy that stands in a workspace's row. */
@Dependent
public class PolicyRows {

    private static final String ONE =
            "select require_second_factor, cast(session_idle_hours as integer), policy_version"
                    + " from frontless.workspace where workspace_id = ?";

    private final Statements statements;

    @Inject
    public PolicyRows(Statements statements) {
        this.statements = statements;
    }

    /** A policy. */
    public record Row(boolean requireSecondFactor, @Nullable Integer sessionIdleHours, long version) {}

    /** A workspace's policy. */
    public Row find(UUID workspaceId) {
        return read(ONE, workspaceId);
    }

    /** The same, locked until the end of the transaction. */
    public Row lock(UUID workspaceId) {
        return read(ONE + " for no key update", workspaceId);
    }

    /** Replaces it. */
    public void set(UUID workspaceId, boolean requireSecondFactor, @Nullable Integer sessionIdleHours) {
        statements.change(
                "update frontless.workspace set require_second_factor = ?, session_idle_hours = cast(? as integer),"
                        + " policy_version = policy_version + 1 where workspace_id = ?",
                requireSecondFactor,
                sessionIdleHours,
                workspaceId);
    }

    private Row read(String sql, UUID workspaceId) {
        return statements
                .read(
                        row -> new Row(row.getBoolean(1), row.getObject(2, Integer.class), row.getLong(3)),
                        sql,
                        workspaceId)
                .get(0);
    }
}
