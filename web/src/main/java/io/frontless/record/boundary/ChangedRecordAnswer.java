package io.frontless.record.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.engine.control.CommandView;

/** A record that was changed at once, as clients see it. */
public final class ChangedRecordAnswer {

    private ChangedRecordAnswer() {}

    /** The record as it is now; {@code values} is null where it was deleted, {@code eventId} is what an undo names. */
    public static JsonAnswer of(CommandView done) {
        return new JsonAnswer()
                .with("id", done.recordId())
                .with("version", done.version())
                .with("title", done.title())
                .with("values", done.after())
                .with("titles", done.titles())
                .with("eventId", done.eventId());
    }
}
