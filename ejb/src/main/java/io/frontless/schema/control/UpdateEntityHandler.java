package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.UpdateEntity;
import io.frontless.schema.entity.EntityDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes what people call an entity. */
@Dependent
public class UpdateEntityHandler implements OperationHandler<UpdateEntity> {

    private final SchemaReader schema;
    private final EntityState state;

    @Inject
    public UpdateEntityHandler(SchemaReader schema, EntityState state) {
        this.schema = schema;
        this.state = state;
    }

    @Override
    public Class<UpdateEntity> operation() {
        return UpdateEntity.class;
    }

    @Override
    public Prepared check(UpdateEntity operation, Execution execution) {
        EntityDefinition entity = state.lockLiving(execution, operation.entity());
        state.requireFreeLabel(execution.workspaceId(), operation.entity(), operation.label());
        if (entity.label().equals(operation.label())) {
            throw Rejection.conflict("label", "another one than now", operation.label());
        }

        Map<String, @Nullable Object> before = Map.of("label", entity.label());
        Map<String, @Nullable Object> after = Map.of("label", operation.label());
        return new Prepared(EntityState.change(entity, before, after, 0), () -> {
            schema.forget();
            entity.relabel(operation.label());
        });
    }

    @Override
    public Operation inverse(EventView event) {
        String label = new Params("before", Objects.requireNonNull(event.before())).text("label");
        return new UpdateEntity(Objects.requireNonNull(event.entity()), label);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(execution.workspaceId(), event.entity());
    }
}
