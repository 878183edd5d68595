package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.OnDelete;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.entity.StoredRecord;
import io.frontless.record.entity.TypedValues.Place;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.TransactionMemory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deletes a record, unless another one refers to it. */
@Dependent
public class DeleteRecordHandler implements OperationHandler<DeleteRecord> {

    private final SchemaReader schema;
    private final WorkingSet records;
    private final RecordState state;
    private final RecordPrefetch prefetch;
    private final TransactionMemory memory;

    @Inject
    public DeleteRecordHandler(
            SchemaReader schema,
            WorkingSet records,
            RecordState state,
            RecordPrefetch prefetch,
            TransactionMemory memory) {
        this.memory = memory;
        this.prefetch = prefetch;
        this.schema = schema;
        this.records = records;
        this.state = state;
    }

    @Override
    public Class<DeleteRecord> operation() {
        return DeleteRecord.class;
    }

    /** What refers to the record is deleted or cleared before, where its field says so; an undo takes nothing else along. */
    @Override
    public Children children(DeleteRecord operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        if (execution.undoes() != null || !doomed().add(operation.id())) {
            return Children.NONE;
        }
        Set<Operation> taken = new LinkedHashSet<>();
        for (Place place : records.referencesTo(workspaceId, operation.id())) {
            if (!doomed().contains(place.recordId())) {
                switch (onDelete(workspaceId, place)) {
                    case REFUSE -> {}
                    case CLEAR ->
                        taken.add(new UpdateRecord(place.entity(), place.recordId(), Values.of(place.field(), null)));
                    case CASCADE -> taken.add(new DeleteRecord(place.entity(), place.recordId()));
                }
            }
        }
        return Children.of(taken.toArray(Operation[]::new));
    }

    private OnDelete onDelete(UUID workspaceId, Place place) {
        return schema.find(workspaceId, place.entity())
                .flatMap(entity -> entity.field(place.field()))
                .map(field -> field.rules().onDelete())
                .orElse(OnDelete.REFUSE);
    }

    /** The records whose deletion has begun: what goes anyway holds nothing back, and is not taken along twice. */
    private Set<UUID> doomed() {
        return memory.get(Doomed.class, Doomed::new).ids;
    }

    private static final class Doomed {
        private final Set<UUID> ids = new HashSet<>();
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
        long references = records.referencesTo(workspaceId, operation.id()).stream()
                .filter(place -> !doomed().contains(place.recordId()))
                .count();
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
