package io.frontless.record.control;

import io.frontless.engine.control.Children;
import io.frontless.kernel.Limits;
import io.frontless.operation.CommitImport;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.entity.ImportRows;
import io.frontless.record.entity.ImportRows.Row;
import io.frontless.record.entity.TypedValues.Unique;
import io.frontless.workspace.control.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an import, a portion of rows at a time: new records first, then changes of those that a key found. A step's id names its line, and so
 * does a refusal.
 */
final class ImportSteps implements Children {

    private final Sources sources;
    private final CommitImport commit;
    private final ImportTarget target;
    private boolean started;
    private int line;

    /** Where rows and present records are read. */
    record Sources(Caller caller, ImportRows rows, WorkingSet records, References references) {

        UUID workspaceId() {
            return caller.workspaceId();
        }
    }

    ImportSteps(Sources sources, CommitImport commit, ImportTarget target) {
        this.sources = sources;
        this.commit = commit;
        this.target = target;
    }

    @Override
    public List<Step> next() {
        if (!started && target.isFresh()) {
            started = true;
            return List.of(Step.of("entity", new CreateEntity(target.entity(), target.label(), target.fields())));
        }
        List<Step> steps = List.of();
        for (List<Row> some = rows(); steps.isEmpty() && !some.isEmpty(); some = steps.isEmpty() ? rows() : List.of()) {
            steps = steps(some);
            line = some.get(some.size() - 1).line();
        }
        return steps;
    }

    private List<Row> rows() {
        boolean fitting = commit.mode() == CommitImport.Mode.VALID;
        return sources.rows().after(sources.workspaceId(), commit.importId(), line, fitting, Limits.BATCH_STEPS);
    }

    private List<Step> steps(List<Row> rows) {
        Map<Row, Values> values = new LinkedHashMap<>();
        rows.forEach(row -> values.put(row, ImportValues.of(target, SheetCells.read(row.cells()))));
        List<Step> steps = new ArrayList<>();
        List<Step> changes = new ArrayList<>();
        Map<Row, UUID> found = found(values);
        values.forEach((row, given) -> {
            UUID id = found.get(row);
            String step = "line" + row.line();
            if (id == null) {
                steps.add(Step.of(step, new CreateRecord(target.entity(), row.recordId(), given)));
            } else {
                change(step, id, given).ifPresent(changes::add);
            }
        });
        steps.addAll(changes);
        return steps;
    }

    /** The records that rows find by their key. */
    private Map<Row, UUID> found(Map<Row, Values> values) {
        Optional<FieldSpec> by = target.fields().stream()
                .filter(field -> field.key().equals(target.by()))
                .findFirst();
        Map<Row, UUID> found = new LinkedHashMap<>();
        if (by.isPresent()) {
            Map<Row, Unique> keys = new LinkedHashMap<>();
            values.forEach((row, given) -> {
                Object key = FieldValue.normal(by.get(), given.get(by.get().key()));
                if (key != null) {
                    keys.put(row, TypedRow.unique(by.get(), target.entity(), key));
                }
            });
            sources.records().loadHolders(sources.workspaceId(), keys.values());
            keys.forEach((row, key) ->
                    sources.records().holder(sources.workspaceId(), key).ifPresent(id -> found.put(row, id)));
            sources.records().load(sources.workspaceId(), found.values(), true);
            List<Map<String, @Nullable Object>> states = new ArrayList<>();
            found.keySet()
                    .forEach(row ->
                            states.add(Objects.requireNonNull(values.get(row)).byField()));
            sources.references()
                    .load(
                            sources.workspaceId(),
                            sources.references().entity(sources.workspaceId(), target.entity()),
                            states);
        }
        return found;
    }

    /** What a row changes of a record; nothing where it is so already. */
    private Optional<Step> change(String step, UUID id, Values given) {
        Map<String, @Nullable Object> present = sources.records()
                .find(sources.workspaceId(), id)
                .map(RecordState::values)
                .orElseGet(Map::of);
        Values changed = Values.none();
        for (FieldSpec field : target.fields()) {
            Object value = resolved(field, FieldValue.normal(field, given.get(field.key())));
            if (value != null && !Objects.equals(value, present.get(field.key()))) {
                changed = changed.with(field.key(), value);
            }
        }
        return changed.fields().isEmpty()
                ? Optional.empty()
                : Optional.of(Step.of(step, new UpdateRecord(target.entity(), id, changed)));
    }

    private @Nullable Object resolved(FieldSpec field, @Nullable Object value) {
        return field.type() == FieldType.REFERENCE && value instanceof String given
                ? sources.references()
                        .find(sources.caller(), field, given)
                        .map(UUID::toString)
                        .orElse(given)
                : value;
    }
}
