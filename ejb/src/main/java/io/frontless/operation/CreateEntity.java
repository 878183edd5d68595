package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates a type of record with its first fields; the first field is what its records are called by. */
public record CreateEntity(String entity, String label, List<FieldSpec> fields) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "entity.create";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public CreateEntity {
        Keys.require("entity", entity);
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > Limits.FIELDS_MAX) {
            throw Rejection.invalid("fields", "1 to " + Limits.FIELDS_MAX + " fields", fields.size());
        }
        if (fields.stream().map(FieldSpec::key).distinct().count() < fields.size()) {
            throw Rejection.invalid(
                    "fields",
                    "keys that differ",
                    fields.stream().map(FieldSpec::key).toList());
        }
        requireDifferentLabels(fields);
    }

    /** As for a field that is added later: nobody could tell the two apart. */
    private static void requireDifferentLabels(List<FieldSpec> fields) {
        Set<String> seen = new HashSet<>();
        for (FieldSpec field : fields) {
            if (!seen.add(field.label().toLowerCase(Locale.ROOT))) {
                throw Rejection.invalid("fields", "labels that differ", field.label());
            }
        }
    }

    static CreateEntity from(Params params) {
        String label = params.text("label");
        return new CreateEntity(
                params.optionalText("entity").orElseGet(() -> Keys.from(label)),
                label,
                params.objects("fields").stream().map(FieldSpec::from).toList());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of(
                "entity", entity,
                "label", label,
                "fields", fields.stream().map(FieldSpec::params).toList());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.SCHEMA;
    }
}
