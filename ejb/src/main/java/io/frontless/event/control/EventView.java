package io.frontless.event.control;

import io.frontless.kernel.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event as promised to customers: who did what to what, with the full state before and after; {@link Redacted#MARK} stands for what was taken out of them.
 *
 * @param seq the database's sequence: later events have greater ones
 * @param version the version of the changed thing after the event
 * @param step the step of the plan that it came of; a step can stand for many events
 * @param undoes the event that this one took back
 * @param source the network address that it came from; null where no request has caused it, or the reader may not know
 * @param standing whether it has not been taken back (or was, and that was taken back in turn)
 */
public record EventView(
        UUID workspaceId,
        UUID eventId,
        long seq,
        Actor actor,
        String action,
        @Nullable String entity,
        @Nullable UUID recordId,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after,
        Instant timestamp,
        long version,
        @Nullable UUID planId,
        @Nullable String step,
        @Nullable UUID conversationId,
        @Nullable UUID undoes,
        @Nullable String source,
        boolean standing) {

    /** Whether anything was taken out of it. */
    public boolean isRedacted() {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .anyMatch(state -> state.containsValue(Redacted.MARK));
    }

    /** This event with other states: without what its reader may not know. */
    public EventView with(
            @Nullable Map<String, @Nullable Object> shownBefore, @Nullable Map<String, @Nullable Object> shownAfter) {
        return new EventView(
                workspaceId,
                eventId,
                seq,
                actor,
                action,
                entity,
                recordId,
                shownBefore,
                shownAfter,
                timestamp,
                version,
                planId,
                step,
                conversationId,
                undoes,
                source,
                standing);
    }

    /** This event without the address that it came from. */
    public EventView withoutSource() {
        return new EventView(
                workspaceId,
                eventId,
                seq,
                actor,
                action,
                entity,
                recordId,
                before,
                after,
                timestamp,
                version,
                planId,
                step,
                conversationId,
                undoes,
                null,
                standing);
    }
}
