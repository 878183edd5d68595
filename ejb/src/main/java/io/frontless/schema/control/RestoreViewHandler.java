package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.DeleteView;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreView;
import io.frontless.operation.ViewSpec;
import io.frontless.schema.entity.PartDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Brings a deleted view back, where it still fits. */
@Dependent
public class RestoreViewHandler implements OperationHandler<RestoreView> {

    private final PartState state;
    private final SchemaReader schema;

    @Inject
    public RestoreViewHandler(PartState state, SchemaReader schema) {
        this.state = state;
        this.schema = schema;
    }

    @Override
    public Class<RestoreView> operation() {
        return RestoreView.class;
    }

    @Override
    public Prepared check(RestoreView operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = state.lockEntity(execution, operation.entity());
        PartDefinition.Name name = PartKind.VIEW.named(operation.entity(), operation.view());
        PartDefinition row = state.deleted(execution, name);
        ViewSpec view = PartKind.view(row);
        state.requireRoom(workspaceId, name);
        state.requireFreeLabel(workspaceId, name, row.label());
        PartState.requireNone(ViewChecks.faults(entity, view, key -> schema.find(workspaceId, key)), true);

        return new Prepared(PartState.change(row, null, PartState.state(row), row.version() + 1), () -> {
            schema.forget();
            row.restore();
            state.reorder(workspaceId, entity);
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new DeleteView(Objects.requireNonNull(event.entity()), PartState.keyOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(PartKind.VIEW, event, execution);
    }
}
