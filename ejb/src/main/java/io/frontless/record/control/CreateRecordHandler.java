package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.record.entity.StoredRecord;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates a record. */
@Dependent
public class CreateRecordHandler implements OperationHandler<CreateRecord> {

    private final SchemaReader schema;
    private final WorkingSet records;
    private final RecordState state;
    private final RecordPrefetch prefetch;
    private final IncomingValues incoming;

    @Inject
    public CreateRecordHandler(
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
    public Class<CreateRecord> operation() {
        return CreateRecord.class;
    }

    @Override
    public void prefetch(List<CreateRecord> operations, Execution execution) {
        prefetch.created(
                execution.workspaceId(),
                operations.stream()
                        .map(one -> new RecordPrefetch.About(one.entity(), one.id(), one.values()))
                        .toList());
    }

    @Override
    public Prepared check(CreateRecord operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = schema.entityToWrite(workspaceId, operation.entity());
        if (records.find(workspaceId, operation.id()).isPresent()) {
            throw Rejection.conflict("id", "one that was never used", operation.id());
        }
        Map<String, @Nullable Object> values =
                new LinkedHashMap<>(incoming.created(execution.caller(), entity, operation.values()));
        values.values().removeIf(Objects::isNull);
        RecordState.Subject subject = new RecordState.Subject(execution.caller(), entity, operation.id());
        state.requireGranted(execution, Permission.CREATE, entity, null, values);
        state.requireAllowed(
                subject, values, entity.fields().stream().map(FieldSpec::key).toList());

        Change change = state.change(subject, null, values, 1);
        return new Prepared(change, () -> {
            records.add(workspaceId, new StoredRecord(operation.id(), entity.key(), 1, Json.write(values), false));
            state.index(subject, Map.of(), values, values.keySet());
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
}
