package io.frontless.event.control;

import io.frontless.event.entity.EventBounds;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operations;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events; a null attribute is not asked for.
 *
 * @param beforeSeq only events with a lower sequence: how to page back
 * @param limit 1 to {@link Limits#PAGE_ROWS_MAX}
 */
public record EventFilter(
        @Nullable String entity,
        @Nullable UUID recordId,
        @Nullable UUID planId,
        @Nullable UUID actorId,
        @Nullable UUID conversationId,
        @Nullable Long beforeSeq,
        Detail detail,
        int limit) {

    /**
     * What is asked for less often.
     *
     * @param action the operation's name
     * @param field a field that the event has changed
     * @param from not before this time
     * @param until before this time
     * @param source the network address that it came from
     */
    public record Detail(
            @Nullable String action,
            @Nullable String field,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String source) {

        /** Nothing of it. */
        public static final Detail NONE = new Detail(null, null, null, null, null);

        public Detail {
            if (action != null && !Operations.names().contains(action)) {
                throw Rejection.invalid("action", "the name of an operation, such as record.update", action);
            }
            if (from != null && until != null && !from.isBefore(until)) {
                throw Rejection.invalid("until", "a time after " + from, until);
            }
        }
    }

    public EventFilter {
        if (limit < 1 || limit > Limits.PAGE_ROWS_MAX) {
            throw Rejection.invalid("limit", "1 to " + Limits.PAGE_ROWS_MAX, limit);
        }
        if (detail.field() != null && entity == null) {
            throw Rejection.invalid("entity", "the entity whose field it is", "none");
        }
    }

    /** The latest events of the workspace. */
    public static EventFilter latest(int limit) {
        return new EventFilter(null, null, null, null, null, null, Detail.NONE, limit);
    }

    /** The latest events of one record. */
    public static EventFilter ofRecord(String entity, UUID recordId, int limit) {
        return new EventFilter(entity, recordId, null, null, null, null, Detail.NONE, limit);
    }

    /** The latest events that a person caused, in one conversation or in any. */
    public static EventFilter by(UUID actorId, @Nullable UUID conversationId, int limit) {
        return new EventFilter(null, null, null, actorId, conversationId, null, Detail.NONE, limit);
    }

    /** These events, below a sequence. */
    public EventFilter before(long seq) {
        return new EventFilter(entity, recordId, planId, actorId, conversationId, seq, detail, limit);
    }

    /** Whether an event has changed the field that is asked for, if one is. */
    boolean isOfField(EventView event) {
        String field = detail.field();
        return field == null || !Objects.equals(value(event.before(), field), value(event.after(), field));
    }

    private static @Nullable Object value(@Nullable Map<String, @Nullable Object> state, String field) {
        return state == null ? null : state.get(field);
    }

    /** The latest events of a plan. */
    static EventFilter ofPlan(UUID planId) {
        return new EventFilter(null, null, planId, null, null, null, Detail.NONE, Limits.PAGE_ROWS_MAX);
    }

    /** The same as the store asks it. */
    EventBounds bounds() {
        return new EventBounds(
                new EventBounds.What(entity, recordId, detail.action()),
                new EventBounds.Whence(planId, null, conversationId, actorId, detail.source()),
                new EventBounds.When(null, beforeSeq, detail.from(), detail.until()));
    }
}
