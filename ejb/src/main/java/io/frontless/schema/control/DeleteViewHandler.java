package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.DeleteView;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreView;
import io.frontless.schema.entity.PartDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;

/** Takes a view away. */
@Dependent
public class DeleteViewHandler implements OperationHandler<DeleteView> {

    private final PartState state;
    private final SchemaReader schema;

    @Inject
    public DeleteViewHandler(PartState state, SchemaReader schema) {
        this.state = state;
        this.schema = schema;
    }

    @Override
    public Class<DeleteView> operation() {
        return DeleteView.class;
    }

    @Override
    public Prepared check(DeleteView operation, Execution execution) {
        EntityView entity = state.lockEntity(execution, operation.entity());
        PartDefinition row = state.living(execution, PartKind.VIEW.named(operation.entity(), operation.view()));

        return new Prepared(PartState.change(row, PartState.state(row), null, row.version() + 1), () -> {
            schema.forget();
            row.delete(execution.now());
            state.reorder(execution.workspaceId(), entity);
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RestoreView(Objects.requireNonNull(event.entity()), PartState.keyOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(PartKind.VIEW, event, execution);
    }
}
