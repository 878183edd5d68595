package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.entity.StoredRecord;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets some values of a record. */
@Dependent
public class UpdateRecordHandler implements OperationHandler<UpdateRecord> {

    private final SchemaReader schema;
    private final WorkingSet records;
    private final RecordState state;
    private final RecordPrefetch prefetch;
    private final IncomingValues incoming;

    @Inject
    public UpdateRecordHandler(
            SchemaReader schema,
            WorkingSet records,
            RecordState state,
            IncomingValues incoming,
            RecordPrefetch prefetch) {
        this.prefetch = prefetch;
        this.schema = schema;
        this.records = records;
        this.state = state;
        this.incoming = incoming;
    }

    @Override
    public Class<UpdateRecord> operation() {
        return UpdateRecord.class;
    }

    @Override
    public void prefetch(List<UpdateRecord> operations, Execution execution) {
        prefetch.changed(
                execution.workspaceId(),
                operations.stream()
                        .map(one -> new RecordPrefetch.About(one.entity(), one.id(), one.values()))
                        .toList());
    }

    @Override
    public Prepared check(UpdateRecord operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = schema.entityToWrite(workspaceId, operation.entity());
        StoredRecord record = state.lockLiving(execution, operation.entity(), operation.id());
        Map<String, @Nullable Object> changes = execution.undoes() == null
                ? incoming.normal(execution.caller(), entity, operation.values())
                : incoming.restored(execution.caller(), entity, operation.values());
        Map<String, @Nullable Object> before = RecordState.values(record);
        Map<String, @Nullable Object> after = RecordState.merged(before, changes);
        if (after.equals(before)) {
            throw Rejection.conflict("values", "something to change", "the values as they are");
        }
        RecordState.Subject subject = new RecordState.Subject(execution.caller(), entity, operation.id());
        state.requireGranted(execution, Permission.UPDATE, entity, before, after);
        state.requireAllowed(subject, after, changes.keySet());

        Change change = state.change(subject, before, after, record.version() + 1);
        return new Prepared(change, () -> {
            records.change(
                    workspaceId,
                    new StoredRecord(record.id(), record.entity(), record.version() + 1, Json.write(after), false));
            state.index(subject, before, after, changes.keySet());
        });
    }

    @Override
    public Operation inverse(EventView event) {
        Map<String, @Nullable Object> before = Objects.requireNonNull(event.before());
        Map<String, @Nullable Object> after = Objects.requireNonNull(event.after());
        Values values = Values.none();
        for (String field : union(before.keySet(), after.keySet())) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                values = values.with(field, before.get(field));
            }
        }
        return new UpdateRecord(
                Objects.requireNonNull(event.entity()), Objects.requireNonNull(event.recordId()), values);
    }

    @Override
    public void prefetchPresent(List<EventView> events, Execution execution) {
        prefetch.present(execution.workspaceId(), events);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }
}
