package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Params;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file and the field it becomes.
 *
 * @param field null for a column that is left out
 * @param note why, in a few words, such as "points to Customer by customer_id"
 */
public record ImportColumn(String header, @Nullable FieldSpec field, String note) {

    /** Reads what {@link #json} writes. */
    static ImportColumn from(Params json) {
        return new ImportColumn(
                json.text("header"),
                json.has("field") ? FieldSpec.from(json.object("field")) : null,
                json.has("note") ? json.text("note") : "");
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("header", header);
        if (field != null) {
            json.put("field", field.params());
        }
        if (!note.isEmpty()) {
            json.put("note", note.substring(0, Math.min(note.length(), Limits.TEXT_CHARS_MAX)));
        }
        return json;
    }
}
