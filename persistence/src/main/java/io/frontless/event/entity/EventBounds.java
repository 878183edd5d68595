package io.frontless.event.entity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which events are looked for; a null attribute bounds nothing. Sequences and times are inclusive below and exclusive above. */
public record EventBounds(What what, Whence whence, When when) {

    /** About what; {@code field} is one that the event has changed. */
    public record What(
            @Nullable String entity,
            @Nullable UUID recordId,
            @Nullable String action,
            @Nullable String field) {

        /** About any field. */
        public What(@Nullable String entity, @Nullable UUID recordId, @Nullable String action) {
            this(entity, recordId, action, null);
        }
    }

    /** In the course of what, and by whom. */
    public record Whence(
            @Nullable UUID planId,
            @Nullable String step,
            @Nullable UUID conversationId,
            @Nullable UUID actorId) {}

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
    String conditions(List<Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        add(conditions, parameters, "e.entity =", what.entity);
        add(conditions, parameters, "e.record_id =", what.recordId);
        add(conditions, parameters, "e.action =", what.action);
        String field = what.field;
        if (field != null) {
            conditions.append(" and (e.before -> ?) is distinct from (e.after -> ?)");
            parameters.add(field);
            parameters.add(field);
        }
        add(conditions, parameters, "e.plan_id =", whence.planId);
        add(conditions, parameters, "e.step =", whence.step);
        add(conditions, parameters, "e.conversation_id =", whence.conversationId);
        add(conditions, parameters, "e.actor_id =", whence.actorId);
        add(conditions, parameters, "e.seq >=", when.fromSeq);
        add(conditions, parameters, "e.seq <", when.beforeSeq);
        add(conditions, parameters, "e.occurred_at >=", when.from);
        add(conditions, parameters, "e.occurred_at <", when.before);
        return conditions.toString();
    }

    private static void add(
            StringBuilder conditions, List<Object> parameters, String comparison, @Nullable Object value) {
        if (value != null) {
            conditions.append(" and ").append(comparison).append(" ?");
            parameters.add(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
