package io.frontless.engine.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to take back. */
public sealed interface UndoTarget {

    /** The caller's latest plan that still stands; of one conversation, or of any where it is null. */
    record Last(@Nullable UUID conversationId) implements UndoTarget {}

    /** One event. */
    record Event(UUID eventId) implements UndoTarget {}

    /** All of a plan. */
    record Plan(UUID planId) implements UndoTarget {}
}
