package io.frontless.event.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which events are looked for; a null attribute bounds nothing. Sequences and times are inclusive below and exclusive above. */
public record EventBounds(What what, Whence whence, When when) {

    /**
     * How far apart sequence and time may be. Both are taken while a row is written, one after the other: rows whose times differ by more stand in the same
     * order by either, unless the database's clock was set back. So a time is a place in the log's order, and nothing beyond it needs to be looked at.
     */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final String FIRST_AFTER = "(select n.seq from frontless.event n where n.workspace_id = ?"
            + " and n.occurred_at >= ? order by n.occurred_at, n.seq limit 1)";
    private static final String LAST_BEFORE = "(select n.seq from frontless.event n where n.workspace_id = ?"
            + " and n.occurred_at < ? order by n.occurred_at desc, n.seq desc limit 1)";

    /** About what. */
    public record What(
            @Nullable String entity,
            @Nullable UUID recordId,
            @Nullable String action) {}

    /** In the course of what, by whom, and from which address. */
    public record Whence(
            @Nullable UUID planId,
            @Nullable String step,
            @Nullable UUID conversationId,
            @Nullable UUID actorId,
            @Nullable String source) {

        /** From any address. */
        public Whence(
                @Nullable UUID planId, @Nullable String step, @Nullable UUID conversationId, @Nullable UUID actorId) {
            this(planId, step, conversationId, actorId, null);
        }
    }

    /** When. */
    public record When(
            @Nullable Long fromSeq,
            @Nullable Long beforeSeq,
            @Nullable Instant from,
            @Nullable Instant before) {}

    /** These bounds, below a sequence. */
    public EventBounds before(long seq) {
        return new EventBounds(what, whence, new When(when.fromSeq, seq, when.from, when.before));
    }

    /** The conditions in SQL, each after an "and"; their values are added to the parameters. */
    String conditions(UUID workspaceId, List<Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        add(conditions, parameters, "e.entity =", what.entity);
        add(conditions, parameters, "e.record_id =", what.recordId);
        add(conditions, parameters, "e.action =", what.action);
        add(conditions, parameters, "e.plan_id =", whence.planId);
        add(conditions, parameters, "e.step =", whence.step);
        add(conditions, parameters, "e.conversation_id =", whence.conversationId);
        add(conditions, parameters, "e.actor_id =", whence.actorId);
        add(conditions, parameters, "e.source =", whence.source);
        add(conditions, parameters, "e.seq >=", when.fromSeq);
        add(conditions, parameters, "e.seq <", when.beforeSeq);
        add(conditions, parameters, "e.occurred_at >=", when.from);
        add(conditions, parameters, "e.occurred_at <", when.before);
        Instant from = when.from;
        if (from != null) {
            conditions.append(" and e.seq > coalesce(").append(LAST_BEFORE).append(", 0)");
            parameters.addAll(List.of(workspaceId, utc(from.minus(SLACK))));
        }
        Instant before = when.before;
        if (before != null) {
            conditions.append(before(workspaceId, before, parameters));
        }
        return conditions.toString();
    }

    /** That an event's sequence is before those of a later time. */
    static String before(UUID workspaceId, Instant time, List<Object> parameters) {
        parameters.addAll(List.of(workspaceId, utc(time.plus(SLACK))));
        return " and e.seq < coalesce(" + FIRST_AFTER + ", " + Long.MAX_VALUE + ")";
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static void add(
            StringBuilder conditions, List<Object> parameters, String comparison, @Nullable Object value) {
        if (value != null) {
            conditions.append(" and ").append(comparison).append(" ?");
            parameters.add(value instanceof Instant instant ? utc(instant) : value);
        }
    }
}
