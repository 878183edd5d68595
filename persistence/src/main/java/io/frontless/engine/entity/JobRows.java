package io.frontless.engine.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes long work. */
@Dependent
public class JobRows {

    private static final String OF_THIS = " where workspace_id = ? and job_id = ?";

    private final Statements statements;

    @Inject
    public JobRows(Statements statements) {
        this.statements = statements;
    }

    /** Who started it, on which server, and what it is. */
    public record Origin(UUID accountId, UUID serverId, String kind, long rowsTotal) {}

    /** How it went; reason and message where it did not. */
    public record Outcome(
            String state, @Nullable String reason, @Nullable String message) {}

    /** A job as stored. */
    public record Stored(Origin origin, @Nullable UUID planId, Outcome outcome, long rowsDone, boolean cancelWanted) {}

    /** Adds a running job, and forgets those that began a week ago: their plans and events tell what they did. */
    public void add(UUID workspaceId, UUID jobId, Origin origin, @Nullable UUID planId) {
        statements.change(
                "delete from frontless.job where workspace_id = ? and started_at < clock_timestamp() - interval '7 days'",
                workspaceId);
        statements.change(
                "insert into frontless.job (workspace_id, job_id, account_id, server_id, kind, plan_id, rows_total)"
                        + " values (?, ?, ?, ?, ?, cast(? as uuid), ?)",
                workspaceId,
                jobId,
                origin.accountId(),
                origin.serverId(),
                origin.kind(),
                planId == null ? null : planId.toString(),
                origin.rowsTotal());
    }

    /** One job. */
    public Optional<Stored> find(UUID workspaceId, UUID jobId) {
        return statements
                .read(
                        JobRows::stored,
                        "select account_id, server_id, kind, rows_total, plan_id, state, reason, message, rows_done, cancel_wanted"
                                + " from frontless.job" + OF_THIS,
                        workspaceId,
                        jobId)
                .stream()
                .findFirst();
    }

    /** Notes how far it is; answers whether somebody wants it to stop. */
    public boolean progress(UUID workspaceId, UUID jobId, long rowsDone) {
        return statements
                .read(
                        row -> row.getBoolean(1),
                        "update frontless.job set rows_done = ?" + OF_THIS + " returning cancel_wanted",
                        rowsDone,
                        workspaceId,
                        jobId)
                .stream()
                .anyMatch(wanted -> wanted);
    }

    /** Notes that somebody wants it to stop. */
    public void cancel(UUID workspaceId, UUID jobId) {
        statements.change(
                "update frontless.job set cancel_wanted = true" + OF_THIS + " and state = 'RUNNING'",
                workspaceId,
                jobId);
    }

    /** Notes how it went. */
    public void end(UUID workspaceId, UUID jobId, Outcome outcome, @Nullable UUID planId) {
        statements.change(
                "update frontless.job set state = ?, reason = ?, message = ?, plan_id = coalesce(cast(? as uuid), plan_id),"
                        + " rows_done = case when ? = 'DONE' then rows_total else rows_done end, ended_at = clock_timestamp()"
                        + OF_THIS,
                outcome.state(),
                outcome.reason(),
                outcome.message(),
                planId == null ? null : planId.toString(),
                outcome.state(),
                workspaceId,
                jobId);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new Origin(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getLong(4)),
                row.getObject(5, UUID.class),
                new Outcome(row.getString(6), row.getString(7), row.getString(8)),
                row.getLong(9),
                row.getBoolean(10));
    }
}
