package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import io.frontless.operation.CreateView;
import io.frontless.operation.DeleteView;
import io.frontless.operation.Operation;
import io.frontless.schema.entity.PartDefinition;
import io.frontless.schema.entity.Parts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Adds a view to an entity. */
@Dependent
public class CreateViewHandler implements OperationHandler<CreateView> {

    private final PartState state;
    private final Parts parts;
    private final SchemaReader schema;

    @Inject
    public CreateViewHandler(PartState state, Parts parts, SchemaReader schema) {
        this.state = state;
        this.parts = parts;
        this.schema = schema;
    }

    @Override
    public Class<CreateView> operation() {
        return CreateView.class;
    }

    @Override
    public Prepared check(CreateView operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = state.lockEntity(execution, operation.entity());
        PartDefinition.Name name =
                PartKind.VIEW.named(operation.entity(), operation.view().key());
        state.requireNew(workspaceId, name);
        state.requireFreeLabel(workspaceId, name, operation.view().label());
        PartState.requireNone(ViewChecks.faults(entity, operation.view(), key -> schema.find(workspaceId, key)), false);

        String content = Json.write(operation.view().params());
        PartDefinition row =
                new PartDefinition(workspaceId, name, operation.view().label(), content);
        return new Prepared(PartState.change(row, null, operation.view().params(), 1), () -> {
            schema.forget();
            parts.add(row);
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
