package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.Values;
import io.frontless.record.entity.StoredRecord;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings back a deleted record, if what it refers to is still there and nobody took its unique values. */
@Dependent
public class RestoreRecordHandler implements OperationHandler<RestoreRecord> {

    private final SchemaReader schema;
    private final WorkingSet records;
    private final References references;
    private final RecordState state;
    private final RecordPrefetch prefetch;

    @Inject
    public RestoreRecordHandler(
            SchemaReader schema,
            WorkingSet records,
            References references,
            RecordState state,
            RecordPrefetch prefetch) {
        this.prefetch = prefetch;
        this.schema = schema;
        this.records = records;
        this.references = references;
        this.state = state;
    }

    @Override
    public Class<RestoreRecord> operation() {
        return RestoreRecord.class;
    }

    @Override
    public void prefetch(List<RestoreRecord> operations, Execution execution) {
        prefetch.changed(
                execution.workspaceId(),
                operations.stream()
                        .map(one -> new RecordPrefetch.About(one.entity(), one.id(), Values.none()))
                        .toList());
    }

    @Override
    public Prepared check(RestoreRecord operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = schema.entityToWrite(workspaceId, operation.entity());
        StoredRecord record = state.lockDeleted(execution, operation.entity(), operation.id());
        Map<String, @Nullable Object> values = RecordState.values(record);
        List<String> fields = entity.fields().stream().map(FieldSpec::key).toList();
        RecordState.Subject subject = new RecordState.Subject(execution.caller(), entity, operation.id());
        state.requireGranted(execution, Permission.DELETE, entity, null, values);
        state.requireAllowed(subject, values, fields);
        requireTargets(subject, values);

        Change change = state.change(subject, null, values, record.version() + 1);
        return new Prepared(change, () -> {
            records.change(
                    workspaceId,
                    new StoredRecord(record.id(), record.entity(), record.version() + 1, record.data(), false));
            state.index(subject, Map.of(), values, fields);
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new DeleteRecord(Objects.requireNonNull(event.entity()), Objects.requireNonNull(event.recordId()));
    }

    @Override
    public void prefetchPresent(List<EventView> events, Execution execution) {
        prefetch.present(execution.workspaceId(), events);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    /** A record that refers to itself brings its own target back. */
    private void requireTargets(RecordState.Subject subject, Map<String, @Nullable Object> values) {
        for (FieldSpec field : subject.entity().fields()) {
            Object value = values.get(field.key());
            if (value == null
                    || field.target() == null
                    || value.equals(subject.id().toString())) {
                continue;
            }
            if (references.find(subject.workspaceId(), field, value.toString()).isEmpty()) {
                throw Rejection.conflict(
                        field.key(), "a reference to a record that exists", value + ", which was deleted since");
            }
        }
    }
}
