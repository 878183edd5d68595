package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Params;
import io.frontless.schema.control.EntityView;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a staged file is to become.
 *
 * @param entity the key of the entity, which is created with its records where {@code isFresh}
 * @param by a unique field by whose value a row finds the record that it changes; null where every row becomes a new record
 */
public record ImportTarget(
        String entity,
        String label,
        boolean isFresh,
        List<ImportColumn> columns,
        @Nullable String by) {

    public ImportTarget {
        columns = List.copyOf(columns);
        Set<String> keys = new HashSet<>();
        for (ImportColumn column : columns) {
            FieldSpec field = column.field();
            if (field != null && !keys.add(field.key())) {
                throw Rejection.invalid("columns", "fields that differ", field.key() + " twice");
            }
        }
        if (keys.isEmpty()) {
            throw Rejection.invalid("columns", "one at least that becomes a field", "none");
        }
    }

    /** The fields that columns become, in the file's order. */
    List<FieldSpec> fields() {
        return columns.stream()
                .map(ImportColumn::field)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The entity that is made of the columns. */
    EntityView fresh() {
        return new EntityView(entity, label, 1, fields());
    }

    String write() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("entity", entity);
        json.put("label", label);
        json.put("fresh", isFresh);
        json.put("columns", columns.stream().map(ImportColumn::json).toList());
        json.put("by", by);
        return Json.write(json);
    }

    static ImportTarget read(String text) {
        Params json = new Params("", Json.readObject(text));
        return new ImportTarget(
                json.text("entity"),
                json.text("label"),
                json.flag("fresh"),
                json.objects("columns").stream().map(ImportColumn::from).toList(),
                json.optionalText("by").orElse(null));
    }
}
