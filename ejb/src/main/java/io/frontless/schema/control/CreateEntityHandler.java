package io.frontless.schema.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.schema.entity.Definitions;
import io.frontless.schema.entity.EntityDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Creates an entity with its first fields. */
@Dependent
public class CreateEntityHandler implements OperationHandler<CreateEntity> {

    private final Definitions definitions;
    private final EntityState state;
    private final SchemaReader schema;
    private final FieldState fieldState;

    @Inject
    public CreateEntityHandler(Definitions definitions, EntityState state, SchemaReader schema, FieldState fieldState) {
        this.fieldState = fieldState;
        this.definitions = definitions;
        this.state = state;
        this.schema = schema;
    }

    @Override
    public Class<CreateEntity> operation() {
        return CreateEntity.class;
    }

    @Override
    public Prepared check(CreateEntity operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        if (definitions.entity(workspaceId, operation.entity()).isPresent()) {
            throw Rejection.conflict("entity", "a key that was never used in this workspace", operation.entity());
        }
        state.requireFreeLabel(workspaceId, operation.entity(), operation.label());
        operation.fields().forEach(field -> requireTarget(operation, field, execution));
        EntityView after = new EntityView(operation.entity(), operation.label(), 1, operation.fields());
        operation.fields().forEach(field -> fieldState.requireSound(after, field));

        Change change = new Change(
                Change.Subject.entity(operation.entity()),
                operation.label(),
                null,
                EntityState.state(operation.label(), operation.fields()),
                1,
                0,
                Map.of());
        return new Prepared(change, () -> {
            schema.forget();
            create(workspaceId, operation);
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new DeleteEntity(Objects.requireNonNull(event.entity()));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(execution.workspaceId(), event.entity());
    }

    private void create(UUID workspaceId, CreateEntity operation) {
        definitions.add(new EntityDefinition(workspaceId, operation.entity(), operation.label()));
        List<FieldSpec> fields = operation.fields();
        for (int position = 0; position < fields.size(); position++) {
            definitions.add(Specs.row(workspaceId, operation.entity(), fields.get(position), position));
        }
    }

    private void requireTarget(CreateEntity operation, FieldSpec field, Execution execution) {
        String target = field.target();
        if (target != null && !target.equals(operation.entity())) {
            schema.readable(execution.caller(), target);
        }
    }
}
