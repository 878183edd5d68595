package io.frontless.schema.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreEntity;
import io.frontless.schema.entity.Definitions;
import io.frontless.schema.entity.EntityDefinition;
import io.frontless.schema.entity.FieldDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Hides an entity with its fields and records; refuses while another entity refers to it. */
@Dependent
public class DeleteEntityHandler implements OperationHandler<DeleteEntity> {

    private final EntityState state;
    private final Definitions definitions;
    private final FieldContents contents;
    private final SchemaReader schema;
    private final Breakage breakage;

    @Inject
    public DeleteEntityHandler(
            EntityState state,
            Definitions definitions,
            FieldContents contents,
            SchemaReader schema,
            Breakage breakage) {
        this.breakage = breakage;
        this.state = state;
        this.definitions = definitions;
        this.contents = contents;
        this.schema = schema;
    }

    @Override
    public Class<DeleteEntity> operation() {
        return DeleteEntity.class;
    }

    @Override
    public Prepared check(DeleteEntity operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityDefinition entity = state.lockLiving(execution, operation.entity());
        requireUnreferenced(workspaceId, operation.entity());
        breakage.require(workspaceId, schema.entity(workspaceId, operation.entity()), null);

        Change change = EntityState.change(
                entity, state.state(workspaceId, entity), null, contents.recordsOf(workspaceId, operation.entity()));
        return new Prepared(change, () -> {
            schema.forget();
            entity.delete(execution.now());
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RestoreEntity(Objects.requireNonNull(event.entity()));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(execution.workspaceId(), event.entity());
    }

    private void requireUnreferenced(UUID workspaceId, String key) {
        for (FieldDefinition field : definitions.fields(workspaceId)) {
            boolean refers = key.equals(field.target())
                    && !field.deleted()
                    && !field.entity().equals(key);
            if (refers && schema.find(workspaceId, field.entity()).isPresent()) {
                throw Rejection.conflict(
                        "entity", "one that no field refers to", field.entity() + "." + field.field() + " does");
            }
        }
    }
}
