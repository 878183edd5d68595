package io.frontless.record.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Keys;
import io.frontless.operation.Step;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.schema.control.SchemaView;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports a CSV file as a plan of ordinary operations: previewed, executed and undone like any other, whole or not at all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CsvImport {

    @Inject
    CommandGateway gateway;

    @Inject
    SchemaQueries schemas;

    /** Proposes to import a file into the entity of this label, which is created where there is none. */
    public ImportPreview propose(Caller caller, String entityLabel, String csv, @Nullable UUID conversationId) {
        String label = entityLabel.strip();
        if (label.isEmpty() || label.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("entity", "1 to " + Limits.TEXT_CHARS_MAX + " characters", label);
        }
        if (csv.getBytes(StandardCharsets.UTF_8).length > Limits.CSV_BYTES_MAX) {
            throw Rejection.invalid("file", "at most " + Limits.CSV_BYTES_MAX + " bytes", "more");
        }
        CsvTable table = CsvTable.read(csv);
        SchemaView schema = schemas.schema(caller);
        Optional<EntityView> existing = schema.entities().stream()
                .filter(entity ->
                        entity.label().equalsIgnoreCase(label) || entity.key().equals(label))
                .findFirst();
        ImportColumns columns = new ImportColumns(schema, table);
        List<ImportColumn> fields = existing.map(columns::of).orElseGet(columns::guessed);
        if (!table.errors().isEmpty()) {
            return new ImportPreview(null, label, fields, table.rows().size(), table.errors());
        }
        List<Step> steps = new ArrayList<>();
        String key = existing.map(EntityView::key).orElseGet(() -> freeKey(schema, label));
        if (existing.isEmpty()) {
            steps.add(Step.of(
                    "entity",
                    new CreateEntity(
                            key, label, fields.stream().map(ImportColumn::field).toList())));
        }
        table.rows().forEach(row -> steps.add(step(key, fields, row)));
        return preview(
                caller, new ImportPreview(null, label, fields, table.rows().size(), List.of()), steps, conversationId);
    }

    /** A text as a value of a type: how cells of files, and of query strings, are read. */
    public static Object value(FieldType type, String text) {
        return ColumnType.value(type, text);
    }

    /** A step's id names its line, so that a refusal can be told of that line. */
    private ImportPreview preview(Caller caller, ImportPreview read, List<Step> steps, @Nullable UUID conversationId) {
        String summary = "Import " + read.rows() + " rows into " + read.entityLabel();
        try {
            PlanView plan = gateway.propose(caller, new PlanDraft(summary, steps, conversationId, null));
            return new ImportPreview(plan, read.entityLabel(), read.columns(), read.rows(), List.of());
        } catch (Rejection rejection) {
            Optional<Integer> line = ImportLine.of(rejection);
            if (line.isEmpty() || rejection.details().isEmpty()) {
                throw rejection;
            }
            List<ImportRowError> errors = rejection.details().stream()
                    .map(detail -> new ImportRowError(line.get(), detail.field(), detail.expected(), detail.found()))
                    .toList();
            return new ImportPreview(null, read.entityLabel(), read.columns(), read.rows(), errors);
        }
    }

    private static Step step(String entity, List<ImportColumn> columns, CsvTable.Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            FieldSpec field = columns.get(index).field();
            String cell = row.cells().get(index);
            if (cell != null) {
                values.put(field.key(), ColumnType.value(field.type(), cell));
            }
        }
        return new Step(
                ImportLine.stepId(row.line()),
                CreateRecord.NAME,
                Map.of("entity", entity, "values", values),
                null,
                null);
    }

    private static String freeKey(SchemaView schema, String label) {
        String key = Keys.from(label);
        for (int number = 2; schema.takenKeys().contains(key); number++) {
            key = Keys.from(label + " " + number);
        }
        return key;
    }
}
