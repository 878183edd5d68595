package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Keys;
import io.frontless.operation.Params;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.schema.control.SchemaView;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a file is to become: at first as it seems, then as somebody says. */
@Dependent
public class ImportTargets {

    private final SchemaReader schemas;

    @Inject
    public ImportTargets(SchemaReader schemas) {
        this.schemas = schemas;
    }

    /** What a file becomes as it seems: records of the entity of this label or key, which is created where there is none. */
    ImportTarget guess(Caller caller, String label, List<String> headers, List<ColumnGuess> guesses) {
        SchemaView schema = schemas.readable(caller);
        Optional<EntityView> existing = schema.entities().stream()
                .filter(entity ->
                        entity.label().equalsIgnoreCase(label) || entity.key().equals(label))
                .findFirst();
        if (existing.isPresent()) {
            EntityView entity = existing.get();
            return new ImportTarget(entity.key(), entity.label(), false, ImportColumns.of(entity, headers), null);
        }
        return new ImportTarget(
                freeKey(schema, label), label, true, new ImportColumns(schema).guessed(headers, guesses), null);
    }

    /**
     * What it becomes as somebody says: {@code columns} of {@code header} and, for those that are not left out, {@code field}: of a new entity
     * what the field is to be, of one that exists its key; and {@code by}, the key of a unique field.
     */
    ImportTarget changed(Caller caller, ImportTarget present, Params wanted) {
        EntityView entity = present.isFresh() ? null : schemas.readable(caller, present.entity());
        List<Params> given = wanted.objects("columns");
        List<ImportColumn> columns = given.isEmpty() ? present.columns() : columns(present, given, entity);
        ImportTarget changed = new ImportTarget(
                present.entity(),
                present.label(),
                present.isFresh(),
                columns,
                wanted.optionalText("by").orElse(null));
        wanted.requireAllRead();
        requireKey(changed);
        return changed;
    }

    static String label(String given) {
        String label = given.strip();
        if (label.isEmpty() || label.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("entity", "1 to " + Limits.TEXT_CHARS_MAX + " characters", label);
        }
        return label;
    }

    private static List<ImportColumn> columns(ImportTarget present, List<Params> given, @Nullable EntityView entity) {
        if (given.size() != present.columns().size()) {
            throw Rejection.invalid("columns", "all " + present.columns().size() + " of the file", given.size());
        }
        List<ImportColumn> columns = new ArrayList<>();
        for (ImportColumn column : present.columns()) {
            Params wanted = given.get(columns.size());
            String header = wanted.text("header");
            if (!header.equals(column.header())) {
                throw Rejection.invalid("columns.header", column.header(), header);
            }
            columns.add(new ImportColumn(header, field(wanted, entity), "as chosen"));
            wanted.requireAllRead();
        }
        return columns;
    }

    private static @Nullable FieldSpec field(Params wanted, @Nullable EntityView entity) {
        if (!wanted.has("field")) {
            wanted.optionalValue("field");
            return null;
        }
        if (entity == null) {
            return FieldSpec.from(wanted.object("field"));
        }
        String key = wanted.text("field");
        return entity.field(key)
                .orElseThrow(() -> Rejection.invalid(
                        "columns.field",
                        "a field of " + entity.key() + ": "
                                + entity.fields().stream().map(FieldSpec::key).toList(),
                        key));
    }

    private static void requireKey(ImportTarget target) {
        String by = target.by();
        boolean unique = target.fields().stream().anyMatch(field -> field.key().equals(by) && field.unique());
        if (by != null && (!unique || target.isFresh())) {
            throw Rejection.invalid("by", "a unique field of an entity that exists, which a column becomes", by);
        }
    }

    private static String freeKey(SchemaView schema, String label) {
        String key = Keys.from(label);
        for (int number = 2; schema.takenKeys().contains(key); number++) {
            key = Keys.from(label + " " + number);
        }
        return key;
    }
}
