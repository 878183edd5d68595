package io.frontless.record.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.record.control.RecordSlice;
import io.frontless.record.control.RecordView;

/** A record as clients see it. */
public final class RecordAnswer {

    private RecordAnswer() {}

    /** Adds a page of records, and the cursor of the next one where there is one. */
    static JsonAnswer addTo(JsonAnswer answer, RecordSlice slice) {
        answer.with(
                "records",
                slice.records().stream().map(record -> of(record).map()).toList());
        return slice.nextCursor() == null ? answer : answer.with("nextCursor", slice.nextCursor());
    }

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
