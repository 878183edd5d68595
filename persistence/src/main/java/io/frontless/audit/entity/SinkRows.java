package io.frontless.audit.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes export sinks, and how far each has come. */
@Dependent
public class SinkRows {

    private static final String SELECT = """
            select s.sink_id, s.label, s.kind, s.target, s.format, s.version, s.deleted_at is not null, coalesce(p.position, 0),
              to_char(p.told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(p.failures, 0), p.problem, s.paused
            from frontless.export_sink s left join frontless.sink_progress p on p.workspace_id = s.workspace_id and p.sink_id = s.sink_id
            where s.workspace_id = ?""";

    /** How many that are due are looked at in one go. */
    private static final int DUE_MAX = 500;

    private final Statements statements;

    @Inject
    public SinkRows(Statements statements) {
        this.statements = statements;
    }

    /** Where and how it is told. */
    public record Terms(String label, String kind, String target, String format, boolean paused) {}

    /**
     * How far it is.
     *
     * @param position it was told everything before this position of the tree
     * @param toldAt when it was last told something
     * @param failures how often in a row it could not be told
     * @param problem why not, the last time
     */
    public record Progress(
            long position,
            @Nullable String toldAt,
            int failures,
            @Nullable String problem) {}

    /** A sink. */
    public record Row(UUID sinkId, Terms terms, long version, boolean deleted, Progress progress) {}

    /** One that is due to be told. */
    public record Due(UUID workspaceId, UUID sinkId) {}

    /** Those that are not deleted, by their labels. */
    public List<Row> living(UUID workspaceId) {
        return statements.read(
                SinkRows::row, SELECT + " and s.deleted_at is null order by s.label, s.sink_id", workspaceId);
    }

    /** One of them, deleted or not. */
    public Optional<Row> find(UUID workspaceId, UUID sinkId) {
        return statements.read(SinkRows::row, SELECT + " and s.sink_id = ?", workspaceId, sinkId).stream()
                .findFirst();
    }

    /** The same, locked. */
    public Optional<Row> lock(UUID workspaceId, UUID sinkId) {
        return statements
                .read(SinkRows::row, SELECT + " and s.sink_id = ? for update of s", workspaceId, sinkId)
                .stream()
                .findFirst();
    }

    /** Adds one. */
    public void add(UUID workspaceId, UUID sinkId, Terms terms) {
        statements.change(
                "insert into frontless.export_sink (workspace_id, sink_id, label, kind, target, format, paused) values (?, ?, ?, ?, ?, ?, ?)",
                workspaceId,
                sinkId,
                terms.label(),
                terms.kind(),
                terms.target(),
                terms.format(),
                terms.paused());
    }

    /** Changes one, or brings it back so. */
    public void change(UUID workspaceId, UUID sinkId, Terms terms) {
        statements.change(
                "update frontless.export_sink set label = ?, kind = ?, target = ?, format = ?, paused = ?, version = version + 1, deleted_at = null"
                        + " where workspace_id = ? and sink_id = ?",
                terms.label(),
                terms.kind(),
                terms.target(),
                terms.format(),
                terms.paused(),
                workspaceId,
                sinkId);
    }

    /** Deletes one. */
    public void delete(UUID workspaceId, UUID sinkId) {
        statements.change(
                "update frontless.export_sink set version = version + 1, deleted_at = clock_timestamp()"
                        + " where workspace_id = ? and sink_id = ?",
                workspaceId,
                sinkId);
    }

    /** Those of all workspaces of this database that are due and not paused, as the worker sees them. */
    public List<Due> due() {
        return statements.read(
                row -> new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                "select workspace_id, sink_id from frontless.due_sinks(?)",
                DUE_MAX);
    }

    /** Claims one that is due for some time, so that nobody else tells it the same meanwhile; whether that worked. */
    public boolean claim(UUID workspaceId, UUID sinkId, int seconds) {
        statements.change(
                "insert into frontless.sink_progress (workspace_id, sink_id) values (?, ?) on conflict do nothing",
                workspaceId,
                sinkId);
        return statements.change(
                        "update frontless.sink_progress set next_at = clock_timestamp() + make_interval(secs => ?)"
                                + " where workspace_id = ? and sink_id = ? and next_at <= clock_timestamp()",
                        (double) seconds,
                        workspaceId,
                        sinkId)
                == 1;
    }

    /** Notes that it was told everything before a position. */
    public void told(UUID workspaceId, UUID sinkId, long position) {
        statements.change(
                "update frontless.sink_progress set position = ?, told_at = clock_timestamp(), failures = 0, problem = null"
                        + " where workspace_id = ? and sink_id = ?",
                position,
                workspaceId,
                sinkId);
    }

    /** Notes why it could not be told. */
    public void failed(UUID workspaceId, UUID sinkId, String problem) {
        statements.change(
                "update frontless.sink_progress set failures = failures + 1, problem = ? where workspace_id = ? and sink_id = ?",
                problem,
                workspaceId,
                sinkId);
    }

    /** Lets it be told again in some time. */
    public void release(UUID workspaceId, UUID sinkId, long seconds) {
        statements.change(
                "update frontless.sink_progress set next_at = clock_timestamp() + make_interval(secs => ?)"
                        + " where workspace_id = ? and sink_id = ?",
                (double) seconds,
                workspaceId,
                sinkId);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new Terms(row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getBoolean(12)),
                row.getLong(6),
                row.getBoolean(7),
                new Progress(row.getLong(8), row.getString(9), row.getInt(10), row.getString(11)));
    }
}
