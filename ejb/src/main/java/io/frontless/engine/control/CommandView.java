package io.frontless.engine.control;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a command changed that was run at once.
 *
 * @param eventId the event that tells of it
 * @param recordId the record that it changed; null where it was something else
 * @param version the thing's version after it
 * @param title what people call the thing
 * @param after the thing's state after it; null where it is deleted
 * @param titles what people call the records that references point to, by their id
 */
public record CommandView(
        UUID eventId,
        @Nullable UUID recordId,
        long version,
        String title,
        @Nullable Map<String, @Nullable Object> after,
        Map<String, String> titles) {

    static CommandView of(CommandEngine.Done done) {
        Change change = done.last();
        return new CommandView(
                done.eventId(),
                change.subject().recordId(),
                change.version(),
                change.title(),
                change.after(),
                change.titles());
    }
}
