package io.frontless.engine.control;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one step does to one thing, exactly.
 *
 * @param subject the thing; what an undo and a version speak of
 * @param title what people call the thing
 * @param before its state before, by name; null where it did not exist or was deleted
 * @param after its state after; null where it is deleted
 * @param version its version after
 * @param rows how many records the step touches, hides or brings back
 * @param titles what people call the records that references in before and after point to, by their id
 */
public record Change(
        Subject subject,
        String title,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after,
        long version,
        long rows,
        Map<String, String> titles) {

    /** A thing that changes: a record; an entity or field ({@code part} is its key); the workspace itself. */
    public record Subject(
            @Nullable String entity,
            @Nullable UUID recordId,
            @Nullable String part) {

        /** A record. */
        public static Subject record(String entity, UUID recordId) {
            return new Subject(entity, recordId, null);
        }

        /** An entity. */
        public static Subject entity(String entity) {
            return new Subject(entity, null, null);
        }

        /** A field. */
        public static Subject field(String entity, String field) {
            return new Subject(entity, null, field);
        }
    }
}
