package io.frontless.record.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Keys;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which field each column of a file becomes: one of the entity's where it exists, else a new one, guessed from header and cells. */
final class ImportColumns {

    private final SchemaView schema;

    ImportColumns(SchemaView schema) {
        this.schema = schema;
    }

    /** The columns of a new entity. */
    List<ImportColumn> guessed(List<String> headers, List<ColumnGuess> guesses) {
        List<ImportColumn> columns = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int index = 0; index < headers.size(); index++) {
            String header = headers.get(index);
            String key = Keys.from(header);
            if (!keys.add(key)) {
                throw Rejection.invalid("file", "headers that make keys that differ", header);
            }
            columns.add(guessed(header, key, guesses.get(index), index == 0));
        }
        return columns;
    }

    /** The columns as fields of an entity that exists; every header must name one, by key or label. */
    static List<ImportColumn> of(EntityView entity, List<String> headers) {
        return headers.stream().map(header -> of(entity, header)).toList();
    }

    private static ImportColumn of(EntityView entity, String header) {
        FieldSpec field = entity.fields().stream()
                .filter(one -> one.key().equals(header)
                        || one.key().equals(Keys.from(header))
                        || one.label().equalsIgnoreCase(header))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid(
                        "file",
                        "headers that are fields of " + entity.label() + ": "
                                + entity.fields().stream().map(FieldSpec::label).toList(),
                        header));
        return field.computed()
                ? new ImportColumn(header, null, "computed by " + entity.label())
                : new ImportColumn(header, field, "field of " + entity.label());
    }

    private ImportColumn guessed(String header, String key, ColumnGuess guess, boolean first) {
        if (first && guess.identifies()) {
            return new ImportColumn(
                    header, FieldSpec.of(key, header, FieldType.TEXT).identifying(), "tells the records apart");
        }
        Optional<EntityView> target = target(key);
        if (target.isPresent()) {
            EntityView entity = target.get();
            return new ImportColumn(
                    header,
                    FieldSpec.reference(key, header, entity.key()),
                    "points to " + entity.label() + " by " + key);
        }
        return new ImportColumn(
                header, FieldSpec.of(key, header, guess.type()), "guessed from " + guess.filled() + " cells");
    }

    /** The entity whose records are called by a unique field of the same key. */
    private Optional<EntityView> target(String key) {
        return schema.entities().stream()
                .filter(entity -> entity.titleField()
                        .filter(field -> field.unique() && field.key().equals(key))
                        .isPresent())
                .findFirst();
    }
}
