package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.UpdateView;
import io.frontless.operation.ViewSpec;
import io.frontless.schema.entity.PartDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Replaces what a view is, except its key. */
@Dependent
public class UpdateViewHandler implements OperationHandler<UpdateView> {

    private final PartState state;
    private final SchemaReader schema;

    @Inject
    public UpdateViewHandler(PartState state, SchemaReader schema) {
        this.state = state;
        this.schema = schema;
    }

    @Override
    public Class<UpdateView> operation() {
        return UpdateView.class;
    }

    @Override
    public Prepared check(UpdateView operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = state.lockEntity(execution, operation.entity());
        PartDefinition.Name name =
                PartKind.VIEW.named(operation.entity(), operation.view().key());
        PartDefinition row = state.living(execution, name);
        ViewSpec before = PartKind.view(row);
        if (before.equals(operation.view())) {
            throw Rejection.conflict("view", "something to change", "the view as it is");
        }
        state.requireFreeLabel(workspaceId, name, operation.view().label());
        PartState.requireNone(ViewChecks.faults(entity, operation.view(), key -> schema.find(workspaceId, key)), false);

        long version = row.version() + 1;
        return new Prepared(
                PartState.change(row, PartState.state(row), operation.view().params(), version), () -> {
                    schema.forget();
                    row.change(
                            operation.view().label(),
                            Json.write(operation.view().params()));
                    state.reorder(workspaceId, entity);
                });
    }

    @Override
    public Operation inverse(EventView event) {
        return new UpdateView(
                Objects.requireNonNull(event.entity()),
                ViewSpec.from(new Params("before", Objects.requireNonNull(event.before()))));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(PartKind.VIEW, event, execution);
    }
}
