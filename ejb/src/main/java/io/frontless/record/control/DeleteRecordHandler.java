package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteRecord;
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

/** Deletes a record, unless another one refers to it. */
@Dependent
public class DeleteRecordHandler implements OperationHandler<DeleteRecord> {

    private final SchemaReader schema;
    private final WorkingSet records;
    private final RecordState state;
    private final RecordPrefetch prefetch;

    @Inject
    public DeleteRecordHandler(SchemaReader schema, WorkingSet records, RecordState state, RecordPrefetch prefetch) {
        this.prefetch = prefetch;
        this.schema = schema;
        this.records = records;
        this.state = state;
    }

    @Override
    public Class<DeleteRecord> operation() {
        return DeleteRecord.class;
    }

    @Override
    public void prefetch(List<DeleteRecord> operations, Execution execution) {
        prefetch.deleted(
                execution.workspaceId(),
                operations.stream()
                        .map(one -> new RecordPrefetch.About(one.entity(), one.id(), Values.none()))
                        .toList());
    }

    @Override
    public Prepared check(DeleteRecord operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = schema.entityToWrite(workspaceId, operation.entity());
        StoredRecord record = state.lockLiving(execution, operation.entity(), operation.id());
        Map<String, @Nullable Object> values = RecordState.values(record);
        state.requireGranted(execution, Permission.DELETE, entity, values, null);
        long references = records.referencesTo(workspaceId, operation.id()).size();
        if (references > 0) {
            throw Rejection.conflict("record", "one that no other record refers to", told(execution, references));
        }

        RecordState.Subject subject = new RecordState.Subject(execution.caller(), entity, operation.id());
        Change change = state.change(subject, values, null, record.version() + 1);
        return new Prepared(change, () -> {
            records.change(
                    workspaceId,
                    new StoredRecord(record.id(), record.entity(), record.version() + 1, record.data(), true));
            state.unindex(subject, values);
        });
    }

    /** How many there are is for those to know who may read them all. */
    private static String told(Execution execution, long references) {
        return execution.caller().access().readsEverything() ? references + " references to it" : "references to it";
    }

    @Override
    public Operation inverse(EventView event) {
        return new RestoreRecord(Objects.requireNonNull(event.entity()), Objects.requireNonNull(event.recordId()));
    }

    @Override
    public void prefetchPresent(List<EventView> events, Execution execution) {
        prefetch.present(execution.workspaceId(), events);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
