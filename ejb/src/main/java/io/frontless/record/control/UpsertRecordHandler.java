package io.frontless.record.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.CompositeHandler;
import io.frontless.engine.control.Execution;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.UpsertRecord;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Updates the record with this unique value or creates one; a record that has all the values already is left as it is. */
@Dependent
public class UpsertRecordHandler implements CompositeHandler<UpsertRecord> {

    private final SchemaReader schema;
    private final WorkingSet records;

    @Inject
    public UpsertRecordHandler(SchemaReader schema, WorkingSet records) {
        this.schema = schema;
        this.records = records;
    }

    @Override
    public Class<UpsertRecord> operation() {
        return UpsertRecord.class;
    }

    @Override
    public Children children(UpsertRecord operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = schema.entityToWrite(workspaceId, operation.entity());
        FieldSpec by = entity.field(operation.by())
                .filter(FieldSpec::unique)
                .orElseThrow(() -> Rejection.invalid("by", "a unique field of " + entity.key(), operation.by()));
        Object value =
                Objects.requireNonNull(FieldValue.normal(by, operation.values().get(by.key())));
        Optional<UUID> holder = records.holder(workspaceId, TypedRow.unique(by, entity.key(), value));
        if (holder.isEmpty()) {
            return Children.of(new CreateRecord(entity.key(), operation.id(), operation.values()));
        }
        UUID id = holder.get();
        Map<String, @Nullable Object> present =
                records.find(workspaceId, id).map(RecordState::values).orElseGet(Map::of);
        Values values = operation.values();
        for (String field : operation.values().fields()) {
            if (Objects.equals(present.get(field), operation.values().get(field))) {
                values = values.without(field);
            }
        }
        return values.fields().isEmpty() ? Children.NONE : Children.of(new UpdateRecord(entity.key(), id, values));
    }
}
