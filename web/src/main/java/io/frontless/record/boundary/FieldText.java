package io.frontless.record.boundary;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.SchemaView;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a field is, in words: {@code text, required, unique}. */
final class FieldText {

    private FieldText() {}

    static String of(FieldSpec field, SchemaView schema) {
        return of(field.params(), schema);
    }

    /** The same of a field as plans and events write it. */
    static String of(Map<?, ?> field, SchemaView schema) {
        StringJoiner words = new StringJoiner(", ");
        words.add(type(field, schema));
        if (Boolean.TRUE.equals(field.get("required"))) {
            words.add("required");
        }
        if (Boolean.TRUE.equals(field.get("unique"))) {
            words.add("unique");
        }
        if (Boolean.TRUE.equals(field.get("neverToModel"))) {
            words.add("never to a model");
        }
        return words.toString();
    }

    private static String type(Map<?, ?> field, SchemaView schema) {
        String type = ValueText.of(field.get("type")).replace('_', ' ');
        if (field.get("target") instanceof String target) {
            return type + " to " + label(target, schema);
        }
        return field.get("options") instanceof Collection<?> options && !options.isEmpty()
                ? type + ": " + options.stream().map(ValueText::of).collect(Collectors.joining(", "))
                : type;
    }

    /** What people call a table; its key where it is gone or yet to come. */
    static String label(@Nullable String entity, SchemaView schema) {
        return entity == null
                ? ""
                : schema.entity(entity).map(found -> found.label()).orElse(entity);
    }
}
