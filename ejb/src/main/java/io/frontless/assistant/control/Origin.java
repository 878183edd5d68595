package io.frontless.assistant.control;

import io.frontless.assistant.model.ValueOrigin.Source;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a value that a plan would write comes from.
 *
 * @param field the key of the field, or of the new field where the plan makes one
 * @param record what people call the record that it stands in; empty where it comes from elsewhere
 */
public record Origin(String step, @Nullable UUID recordId, String field, Source source, String record) {

    /** In words, such as “your words”. */
    public String text() {
        return switch (source) {
            case PERSON -> "your words";
            case DERIVED -> "worked out from your words";
            case RECORD -> record.isEmpty() ? "a record" : "record " + record;
            case DEFAULT -> "the field’s default";
            case COMPUTED -> "computed";
            case LOG -> "as it was before";
            case MODEL -> "the model";
        };
    }
}
