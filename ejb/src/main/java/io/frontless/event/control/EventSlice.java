package io.frontless.event.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log.
 *
 * @param events the latest first; there can be fewer than asked for, or none, although there are older ones, since a question looks at so many at most
 * @param nextBefore the sequence before which to go on; null where there is nothing older
 */
public record EventSlice(List<EventView> events, @Nullable Long nextBefore) {

    public EventSlice {
        events = List.copyOf(events);
    }
}
