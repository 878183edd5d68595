package io.frontless.seal.entity;

import io.frontless.proof.EventJson;
import io.frontless.proof.JsonText;
import io.frontless.proof.LoggedEvent;
import io.frontless.proof.LoggedRefusal;
import io.frontless.verifier.Entry;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the logs as their proofs see them. */
@Dependent
public class LogRows {

    private static final String TIME = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    private static final String EVENT = """
            select cast(e.workspace_id as text), e.seq, cast(e.event_id as text), %s,
              e.actor_kind, cast(e.actor_id as text), e.actor_name, e.source, cast(e.behalf_id as text), e.behalf_name,
              e.action, e.entity, cast(e.record_id as text), e.version, cast(e.before as text), cast(e.after as text),
              cast(e.plan_id as text), e.step, cast(e.conversation_id as text), cast(e.undoes as text), cast(e.salt as text), e.link,
              cast(e.redacted as text)
            from frontless.event e""".formatted(TIME.formatted("e.occurred_at"));

    private static final String REFUSAL = """
            select cast(e.workspace_id as text), e.seq, %s, e.actor_kind, cast(e.actor_id as text), e.source, e.action, e.reason,
              e.message, cast(e.plan_id as text), cast(e.salt as text)
            from frontless.refused_attempt e""".formatted(TIME.formatted("e.attempted_at"));

    /**
     * Found by what was written lately, whatever the statistics say: those of a young or a busy log would have it walk all that was ever sealed, each second. So
     * no index has an order by {@code seq + 0}, and what has an offset is looked up for each row.
     */
    private static final String UNSEALED = """
             where e.workspace_id = ? and e.written_by >= cast(? as xid8) and e.seq + 0 > ? and not exists (
              select from frontless.event_leaf l where l.workspace_id = e.workspace_id and l.log = ? and l.seq = e.seq offset 0)
            order by e.seq + 0 limit ?""";

    private final Statements statements;

    @Inject
    public LogRows(Statements statements) {
        this.statements = statements;
    }

    /** The next events of a workspace that no leaf has, written by a transaction or a later one, after a sequence, in order. */
    public List<LoggedEvent> unsealedEvents(UUID workspaceId, String fromTransaction, long afterSeq, int limit) {
        return statements.read(
                LogRows::event, EVENT + UNSEALED, workspaceId, fromTransaction, afterSeq, "event", limit);
    }

    /** The same of refused attempts. */
    public List<LoggedRefusal> unsealedRefusals(UUID workspaceId, String fromTransaction, long afterSeq, int limit) {
        return statements.read(
                LogRows::refusal, REFUSAL + UNSEALED, workspaceId, fromTransaction, afterSeq, "refusal", limit);
    }

    /** A leaf of a tree, in hexadecimal, and which row of which log it stands for. */
    private record Sealed(long position, String log, long seq, String leaf) {}

    /** A part of a workspace's log in the order of its tree: each leaf with the row that it stands for, where that is there. */
    public List<Entry> entries(UUID workspaceId, long from, long to) {
        List<Sealed> sealed = sealed(workspaceId, from, to);
        Map<Long, LoggedEvent> events = bySeq(events(workspaceId, seqs(sealed, "event")), LoggedEvent::seq);
        Map<Long, LoggedRefusal> refusals = bySeq(refusals(workspaceId, seqs(sealed, "refusal")), LoggedRefusal::seq);
        return sealed.stream()
                .map(one -> {
                    boolean event = one.log().equals("event");
                    return new Entry(
                            one.position(),
                            one.log() + " " + one.seq(),
                            one.leaf(),
                            event ? events.get(one.seq()) : null,
                            event ? null : refusals.get(one.seq()));
                })
                .toList();
    }

    private static <T> Map<Long, T> bySeq(List<T> rows, Function<T, Long> seq) {
        return rows.stream().collect(Collectors.toMap(seq, Function.identity()));
    }

    private static List<Long> seqs(List<Sealed> sealed, String log) {
        return sealed.stream()
                .filter(one -> one.log().equals(log))
                .map(Sealed::seq)
                .toList();
    }

    private List<Sealed> sealed(UUID workspaceId, long from, long to) {
        return statements.read(
                row -> new Sealed(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)),
                "select l.position, l.log, l.seq, encode(l.leaf, 'hex') from frontless.event_leaf l"
                        + " where l.workspace_id = ? and l.position >= ? and l.position < ? order by l.position",
                workspaceId,
                from,
                to);
    }

    /** Events by their sequences. */
    public List<LoggedEvent> events(UUID workspaceId, List<Long> seqs) {
        return seqs.isEmpty()
                ? List.of()
                : statements.read(
                        LogRows::event,
                        EVENT + " where e.workspace_id = ? and e.seq = any(?)",
                        workspaceId,
                        Array.numbers(seqs));
    }

    private List<LoggedRefusal> refusals(UUID workspaceId, List<Long> seqs) {
        return seqs.isEmpty()
                ? List.of()
                : statements.read(
                        LogRows::refusal,
                        REFUSAL + " where e.workspace_id = ? and e.seq = any(?)",
                        workspaceId,
                        Array.numbers(seqs));
    }

    /** How many rows of a workspace's logs no leaf has, of those that can be unsealed, and when the first of them was written. */
    public Unsealed unsealed(UUID workspaceId) {
        return statements
                .read(
                        row -> new Unsealed(row.getLong(1), row.getString(2)),
                        "select count(*), min(" + TIME.formatted("e.occurred_at") + ") from frontless.event e"
                                + " left join frontless.sealing s on s.workspace_id = e.workspace_id"
                                + " where e.workspace_id = ? and e.written_by >= coalesce(s.sealed_before, '0') and not exists ("
                                + " select from frontless.event_leaf l where l.workspace_id = e.workspace_id and l.log = 'event'"
                                + " and l.seq = e.seq offset 0)",
                        workspaceId)
                .get(0);
    }

    /** Rows that no leaf has although a transaction wrote them of which everything is sealed, such as {@code event 17}; the first so many. */
    public List<String> strays(UUID workspaceId, int limit) {
        return statements.read(row -> row.getString(1), """
                with sealed as (
                  select case when s.sealed_before > pg_snapshot_xmax(pg_current_snapshot()) then '0' else s.sealed_before end as before
                  from frontless.sealing s where s.workspace_id = ?)
                (select 'event ' || e.seq from frontless.event e cross join sealed s
                 where e.workspace_id = ? and e.written_by < s.before and not exists (
                  select from frontless.event_leaf l where l.workspace_id = e.workspace_id and l.log = 'event' and l.seq = e.seq)
                 order by e.seq limit ?)
                union all
                (select 'refusal ' || r.seq from frontless.refused_attempt r cross join sealed s
                 where r.workspace_id = ? and r.written_by < s.before and not exists (
                  select from frontless.event_leaf l where l.workspace_id = r.workspace_id and l.log = 'refusal' and l.seq = r.seq)
                 order by r.seq limit ?)""", workspaceId, workspaceId, limit, workspaceId, limit);
    }

    /** See {@link #unsealed}. */
    public record Unsealed(long rows, @Nullable String since) {}

    private static LoggedEvent event(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                new LoggedEvent.Who(
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)),
                new LoggedEvent.What(
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getLong(14),
                        state(row.getString(15)),
                        state(row.getString(16))),
                new LoggedEvent.Why(row.getString(17), row.getString(18), row.getString(19), row.getString(20)),
                row.getString(21),
                withheld(row.getString(23)),
                hex(row.getBytes(22)));
    }

    private static LoggedRefusal refusal(ResultSet row) throws SQLException {
        return new LoggedRefusal(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                null);
    }

    private static @Nullable SortedMap<String, @Nullable Object> state(@Nullable String json) {
        return json == null ? null : JsonText.readObject(json);
    }

    private static LoggedEvent.@Nullable Withheld withheld(@Nullable String json) {
        return json == null ? null : EventJson.withheld(JsonText.readObject(json));
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
