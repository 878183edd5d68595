package io.frontless.schema.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreEntity;
import io.frontless.schema.entity.EntityDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Brings back a deleted entity with its fields and records. */
@Dependent
public class RestoreEntityHandler implements OperationHandler<RestoreEntity> {

    private final SchemaReader schema;
    private final EntityState state;
    private final FieldContents contents;
    private final Breakage breakage;

    @Inject
    public RestoreEntityHandler(SchemaReader schema, EntityState state, FieldContents contents, Breakage breakage) {
        this.breakage = breakage;
        this.schema = schema;
        this.state = state;
        this.contents = contents;
    }

    @Override
    public Class<RestoreEntity> operation() {
        return RestoreEntity.class;
    }

    @Override
    public Prepared check(RestoreEntity operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityDefinition entity = state.lockDeleted(execution, operation.entity());
        state.requireFreeLabel(workspaceId, operation.entity(), entity.label());
        requireTargets(workspaceId, operation.entity());
        EntityView revived = schema.evenDeleted(workspaceId, operation.entity());
        breakage.require(workspaceId, revived, revived);

        Change change = EntityState.change(
                entity, null, state.state(workspaceId, entity), contents.recordsOf(workspaceId, operation.entity()));
        return new Prepared(change, () -> {
            schema.forget();
            entity.restore();
        });
    }

    /** What its fields refer to may have been deleted while it was not there to prevent that. */
    private void requireTargets(UUID workspaceId, String key) {
        for (FieldSpec field : state.fields(workspaceId, key)) {
            String target = field.target();
            if (target != null
                    && !target.equals(key)
                    && schema.find(workspaceId, target).isEmpty()) {
                throw Rejection.conflict(field.key(), "a reference to an entity that exists", target);
            }
        }
    }

    @Override
    public Operation inverse(EventView event) {
        return new DeleteEntity(Objects.requireNonNull(event.entity()));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(execution.workspaceId(), event.entity());
    }
}
