package io.frontless.event.control;

import io.frontless.event.entity.EventBounds;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
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
        int limit) {

    public EventFilter {
        if (limit < 1 || limit > Limits.PAGE_ROWS_MAX) {
            throw Rejection.invalid("limit", "1 to " + Limits.PAGE_ROWS_MAX, limit);
        }
    }

    /** The latest events of the workspace. */
    public static EventFilter latest(int limit) {
        return new EventFilter(null, null, null, null, null, null, limit);
    }

    /** The latest events of one record. */
    public static EventFilter ofRecord(String entity, UUID recordId, int limit) {
        return new EventFilter(entity, recordId, null, null, null, null, limit);
    }

    /** The latest events that a person caused, in one conversation or in any. */
    public static EventFilter by(UUID actorId, @Nullable UUID conversationId, int limit) {
        return new EventFilter(null, null, null, actorId, conversationId, null, limit);
    }

    /** These events, below a sequence. */
    public EventFilter before(long seq) {
        return new EventFilter(entity, recordId, planId, actorId, conversationId, seq, limit);
    }

    /** The latest events of a plan. */
    static EventFilter ofPlan(UUID planId) {
        return new EventFilter(null, null, planId, null, null, null, Limits.PAGE_ROWS_MAX);
    }

    /** The same as the store asks it. */
    EventBounds bounds() {
        return new EventBounds(
                new EventBounds.What(entity, recordId, null),
                new EventBounds.Whence(planId, null, conversationId, actorId),
                new EventBounds.When(null, beforeSeq, null, null));
    }
}
