package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to take back. */
public sealed interface UndoTarget {

    /** One event. */
    record Event(UUID eventId) implements UndoTarget {}

    /** All of a plan. */
    record Plan(UUID planId) implements UndoTarget {}

    /** One step of a plan, with all that it stands for. */
    record PlanStep(UUID planId, String step) implements UndoTarget {}

    /** All that was done in a conversation. */
    record Conversation(UUID conversationId) implements UndoTarget {}

    /** All that an actor did from one moment, inclusive, to another, exclusive. */
    record Window(UUID actorId, Instant from, Instant to) implements UndoTarget {
        public Window {
            if (!from.isBefore(to)) {
                throw Rejection.invalid("to", "a moment after " + from, to);
            }
        }
    }

    /** All that was done in the workspace after the latest savepoint of this name. */
    record Savepoint(String name) implements UndoTarget {}

    /** The form read by {@link #from}. */
    default Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        if (this instanceof Event event) {
            params.put("event", event.eventId().toString());
        } else if (this instanceof Plan plan) {
            params.put("plan", plan.planId().toString());
        } else if (this instanceof PlanStep one) {
            params.put("plan", one.planId().toString());
            params.put("step", one.step());
        } else if (this instanceof Conversation conversation) {
            params.put("conversation", conversation.conversationId().toString());
        } else if (this instanceof Window window) {
            params.put("actor", window.actorId().toString());
            params.put("from", window.from().toString());
            params.put("to", window.to().toString());
        } else {
            params.put("savepoint", ((Savepoint) this).name());
        }
        return params;
    }

    /** Whether parameters name a target at all. */
    static boolean isIn(Params params) {
        return Stream.of("event", "plan", "conversation", "actor", "savepoint").anyMatch(params::has);
    }

    /** Reads {@code event}, {@code plan} (with {@code step} or without), {@code conversation}, {@code savepoint}, or {@code actor} with {@code from} and {@code to}: one of them. */
    static UndoTarget from(Params params) {
        long named = Stream.of("event", "plan", "conversation", "actor", "savepoint")
                .filter(params::has)
                .count();
        if (named != 1) {
            throw Rejection.invalid(
                    "target",
                    "one of event, plan, conversation, actor (with from and to), savepoint",
                    named + " of them");
        }
        if (params.has("event")) {
            return new Event(params.id("event"));
        }
        if (params.has("plan")) {
            return params.has("step")
                    ? new PlanStep(params.id("plan"), params.text("step"))
                    : new Plan(params.id("plan"));
        }
        if (params.has("conversation")) {
            return new Conversation(params.id("conversation"));
        }
        return params.has("savepoint")
                ? new Savepoint(params.text("savepoint"))
                : new Window(params.id("actor"), moment(params, "from"), moment(params, "to"));
    }

    private static Instant moment(Params params, String name) {
        String text = params.text(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Rejection.invalid(name, "a moment with its offset such as 2026-12-15T09:30:00Z (ISO 8601)", text);
        }
    }
}
