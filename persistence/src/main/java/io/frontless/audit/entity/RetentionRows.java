package io.frontless.audit.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes how long a workspace keeps its log, and finds what is older. */
@Dependent
public class RetentionRows {

    private static final String ONE =
            "select keep_days, retention_version, archived_to from frontless.workspace where workspace_id = ?";

    private final Statements statements;

    @Inject
    public RetentionRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * A workspace's retention.
     *
     * @param keepDays null for ever
     * @param archivedTo archives have everything before this position of the tree
     */
    public record Row(@Nullable Integer keepDays, long version, long archivedTo) {}

    /** An archive: which positions it has, the file by name and hash, and how many of its rows holds kept here when something of it was last removed. */
    public record Archive(long from, long to, String file, String sha256, long held) {}

    /** How many rows of a part of the tree are held, and how many go when it is archived, with what it makes superfluous of earlier ones. */
    public record Present(long held, long removable) {}

    /** A workspace's retention. */
    public Row find(UUID workspaceId) {
        return read(ONE, workspaceId);
    }

    /** The same, locked. */
    public Row lock(UUID workspaceId) {
        return read(ONE + " for no key update", workspaceId);
    }

    /** Sets how long the log is kept. */
    public void set(UUID workspaceId, @Nullable Integer keepDays) {
        statements.change(
                "update frontless.workspace set keep_days = cast(? as integer), retention_version = retention_version + 1"
                        + " where workspace_id = ?",
                keepDays,
                workspaceId);
    }

    /** Notes that archives have everything before a position. */
    public void archived(UUID workspaceId, long to) {
        statements.change(
                "update frontless.workspace set archived_to = greatest(archived_to, ?) where workspace_id = ?",
                to,
                workspaceId);
    }

    /** The workspaces of this database that do not keep their log for ever, as the worker sees them. */
    public List<UUID> limited() {
        return statements.read(
                row -> row.getObject(1, UUID.class),
                "select w.workspace_id from frontless.all_workspaces() w where w.keep_days is not null");
    }

    /**
     * Where an archive that begins at a position can end: at a signed head, of at most so many rows, all of them too old, and told to every sink.
     */
    public Optional<Long> end(UUID workspaceId, long from, long rowsMax) {
        return statements
                .read(
                        row -> Optional.ofNullable(row.getObject(1, Long.class)),
                        """
                        with young as materialized (
                          select min(l.position) as position
                          from frontless.workspace w join frontless.event_leaf l on l.workspace_id = w.workspace_id
                            left join frontless.event e on l.log = 'event' and e.workspace_id = l.workspace_id and e.seq = l.seq
                            left join frontless.refused_attempt r on l.log = 'refusal' and r.workspace_id = l.workspace_id and r.seq = l.seq
                          where w.workspace_id = ? and l.position >= ? and l.position < ?
                            and coalesce(e.occurred_at, r.attempted_at) >= clock_timestamp() - make_interval(days => w.keep_days)),
                        untold as materialized (
                          select min(coalesce(p.position, 0)) as position
                          from frontless.export_sink s
                            left join frontless.sink_progress p on p.workspace_id = s.workspace_id and p.sink_id = s.sink_id
                          where s.workspace_id = ? and s.deleted_at is null)
                        select max(h.size) from frontless.tree_head h, young, untold
                        where h.workspace_id = ? and h.size > ? and h.size <= least(?, young.position, untold.position)
                        """,
                        workspaceId,
                        from,
                        from + rowsMax,
                        workspaceId,
                        workspaceId,
                        from,
                        from + rowsMax)
                .get(0);
    }

    /** What is there of a part of the tree. */
    public Present present(UUID workspaceId, long from, long to) {
        return statements
                .read(
                        row -> new Present(row.getLong(1), row.getLong(2)),
                        """
                        select count(*) filter (where frontless.held(l.workspace_id, e.entity, e.record_id)),
                          count(r.seq) filter (where not frontless.held(l.workspace_id, null, null))
                            + (select count(*) from frontless.removable_events(?, ?, ?))
                        from frontless.event_leaf l
                          left join frontless.event e on l.log = 'event' and e.workspace_id = l.workspace_id and e.seq = l.seq
                          left join frontless.refused_attempt r on l.log = 'refusal' and r.workspace_id = l.workspace_id and r.seq = l.seq
                        where l.workspace_id = ? and l.position >= ? and l.position < ? and (e.seq is not null or r.seq is not null)
                          and e.action is distinct from 'retention.remove'
                        """,
                        workspaceId,
                        from,
                        to,
                        workspaceId,
                        from,
                        to)
                .get(0);
    }

    /** The archives, by what the log tells of them, the first first. */
    public List<Archive> archives(UUID workspaceId) {
        return statements.read(
                row -> new Archive(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getLong(5)),
                """
                select distinct on (1) cast(e.after ->> 'from' as bigint), cast(e.after ->> 'to' as bigint), e.after ->> 'file',
                  e.after ->> 'sha256', cast(e.after ->> 'held' as bigint)
                from frontless.event e where e.workspace_id = ? and e.action = 'retention.remove' order by 1, e.seq desc
                """,
                workspaceId);
    }

    private Row read(String sql, UUID workspaceId) {
        return statements
                .read(row -> new Row(row.getObject(1, Integer.class), row.getLong(2), row.getLong(3)), sql, workspaceId)
                .get(0);
    }
}
