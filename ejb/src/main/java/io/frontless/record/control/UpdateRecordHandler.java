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
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.StoredRecord;
import io.frontless.record.entity.TypedValues;
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
    private final Records records;
    private final TypedValues typedValues;
    private final RecordState state;
    private final IncomingValues incoming;

    @Inject
    public UpdateRecordHandler(
            SchemaReader schema, Records records, TypedValues typedValues, RecordState state, IncomingValues incoming) {
        this.schema = schema;
        this.records = records;
        this.typedValues = typedValues;
        this.state = state;
        this.incoming = incoming;
    }

    @Override
    public Class<UpdateRecord> operation() {
        return UpdateRecord.class;
    }

    @Override
    public Prepared check(UpdateRecord operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = schema.entityToWrite(workspaceId, operation.entity());
        StoredRecord record = state.lockLiving(execution, operation.entity(), operation.id());
        Map<String, @Nullable Object> changes = execution.undoes() == null
                ? incoming.normal(workspaceId, entity, operation.values())
                : incoming.restored(workspaceId, entity, operation.values());
        Map<String, @Nullable Object> before = RecordState.values(record);
        Map<String, @Nullable Object> after = RecordState.merged(before, changes);
        if (after.equals(before)) {
            throw Rejection.conflict("values", "something to change", "the values as they are");
        }
        RecordState.Subject subject = new RecordState.Subject(workspaceId, entity, operation.id());
        state.requireAllowed(subject, after, changes.keySet());

        Change change = state.change(subject, before, after, record.version() + 1);
        return new Prepared(change, () -> {
            records.change(workspaceId, operation.id(), Json.write(after));
            typedValues.removeFields(workspaceId, operation.id(), List.copyOf(changes.keySet()));
            state.index(subject, after, changes.keySet());
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
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }
}
