package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No two records have the same values in all of these fields; a record that lacks one of them is not compared. */
public record ConstraintSpec(String key, String label, List<String> fields) {

    public ConstraintSpec {
        Keys.require("constraint", key);
        fields = List.copyOf(fields);
        fields.forEach(field -> Keys.require("constraint.fields", field));
        if (fields.size() < 2
                || fields.size() > Limits.CONSTRAINT_FIELDS_MAX
                || fields.stream().distinct().count() < fields.size()) {
            throw Rejection.invalid(
                    "constraint.fields", "2 to " + Limits.CONSTRAINT_FIELDS_MAX + " fields that differ", fields);
        }
    }

    /** Reads a constraint; a key that is left out is made of the label. */
    public static ConstraintSpec from(Params params) {
        String label = params.text("label");
        ConstraintSpec spec = new ConstraintSpec(
                params.optionalText("key").orElseGet(() -> Keys.from(label)), label, params.texts("fields"));
        params.requireAllRead();
        return spec;
    }

    /** The form read by {@link #from}. */
    public Map<String, @Nullable Object> params() {
        return Map.of("key", key, "label", label, "fields", fields);
    }
}
