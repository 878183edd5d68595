package io.frontless.record.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.record.control.RecordView;

/** A record as clients see it. */
public final class RecordAnswer {

    private RecordAnswer() {}

    /** The record; {@code titles} tells what people call the records that its references point to. */
    public static JsonAnswer of(RecordView record) {
        return new JsonAnswer()
                .with("id", record.id())
                .with("version", record.version())
                .with("title", record.title())
                .with("values", record.values().byField())
                .with("titles", record.referenceTitles());
    }
}
