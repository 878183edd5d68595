package io.frontless.record.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.CompositeHandler;
import io.frontless.engine.control.Execution;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.MergeRecords;
import io.frontless.operation.Operation;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.entity.TypedValues.Place;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes one record of two: references, then the deletion, then the values, which are free by then. */
@Dependent
public class MergeRecordsHandler implements CompositeHandler<MergeRecords> {

    private final SchemaReader schema;
    private final WorkingSet records;
    private final RecordState state;

    @Inject
    public MergeRecordsHandler(SchemaReader schema, WorkingSet records, RecordState state) {
        this.schema = schema;
        this.records = records;
        this.state = state;
    }

    @Override
    public Class<MergeRecords> operation() {
        return MergeRecords.class;
    }

    @Override
    public Children children(MergeRecords operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = schema.entityToWrite(workspaceId, operation.entity())
                .without(execution.caller().access().hidden(operation.entity()));
        Map<String, @Nullable Object> into =
                RecordState.values(state.lockLivingAnyVersion(execution, operation.entity(), operation.into()));
        Map<String, @Nullable Object> from =
                RecordState.values(state.lockLivingAnyVersion(execution, operation.entity(), operation.from()));

        List<Operation> operations = new ArrayList<>();
        for (Place place : records.referencesTo(workspaceId, operation.from())) {
            // A record must not come to refer to itself.
            Object target = place.recordId().equals(operation.into())
                    ? null
                    : operation.into().toString();
            operations.add(new UpdateRecord(place.entity(), place.recordId(), Values.of(place.field(), target)));
        }
        operations.add(new DeleteRecord(operation.entity(), operation.from()));
        Values taken = taken(operation, entity, into, from);
        if (!taken.fields().isEmpty()) {
            operations.add(new UpdateRecord(operation.entity(), operation.into(), taken));
        }
        return Children.of(operations.toArray(Operation[]::new));
    }

    private static Values taken(
            MergeRecords operation,
            EntityView entity,
            Map<String, @Nullable Object> into,
            Map<String, @Nullable Object> from) {
        Values taken = Values.none();
        for (FieldSpec field : entity.fields()) {
            Object value = from.get(field.key());
            boolean itself = operation.into().toString().equals(value)
                    || operation.from().toString().equals(value);
            if (!field.computed() && value != null && into.get(field.key()) == null && !itself) {
                taken = taken.with(field.key(), value);
            }
        }
        return taken;
    }
}
