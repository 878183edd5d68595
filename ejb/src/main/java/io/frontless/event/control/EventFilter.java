package io.frontless.event.control;

import io.frontless.event.entity.EventBounds;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.time.Instant;
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
     */
    public record Detail(
            @Nullable String action,
            @Nullable String field,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** Nothing of it. */
        public static final Detail NONE = new Detail(null, null, null, null);
    }

    public EventFilter {
        if (limit < 1 || limit > Limits.PAGE_ROWS_MAX) {
            throw Rejection.invalid("limit", "1 to " + Limits.PAGE_ROWS_MAX, limit);
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

    /** The latest events of a plan. */
    static EventFilter ofPlan(UUID planId) {
        return new EventFilter(null, null, planId, null, null, null, Detail.NONE, Limits.PAGE_ROWS_MAX);
    }

    /** The same as the store asks it. */
    EventBounds bounds() {
        return new EventBounds(
                new EventBounds.What(entity, recordId, detail.action(), detail.field()),
                new EventBounds.Whence(planId, null, conversationId, actorId),
                new EventBounds.When(null, beforeSeq, detail.from(), detail.until()));
    }
}
