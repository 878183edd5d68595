package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.DeleteConstraint;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreConstraint;
import io.frontless.schema.entity.PartDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Brings a deleted constraint back, where it still fits. */
@Dependent
public class RestoreConstraintHandler implements OperationHandler<RestoreConstraint> {

    private final PartState state;
    private final SchemaReader schema;
    private final FieldContents contents;

    @Inject
    public RestoreConstraintHandler(PartState state, SchemaReader schema, FieldContents contents) {
        this.state = state;
        this.schema = schema;
        this.contents = contents;
    }

    @Override
    public Class<RestoreConstraint> operation() {
        return RestoreConstraint.class;
    }

    @Override
    public Prepared check(RestoreConstraint operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = state.lockEntity(execution, operation.entity());
        PartDefinition.Name name = PartKind.CONSTRAINT.named(operation.entity(), operation.constraint());
        PartDefinition row = state.deleted(execution, name);
        ConstraintSpec constraint = PartKind.constraint(row);
        state.requireRoom(workspaceId, name);
        state.requireFreeLabel(workspaceId, name, row.label());
        PartState.requireNone(ConstraintDependents.faults(entity, constraint), true);
        state.requireDiffering(workspaceId, contents, entity, constraint);

        return new Prepared(PartState.change(row, null, PartState.state(row), row.version() + 1), () -> {
            schema.forget();
            row.restore();
            contents.indexConstraint(workspaceId, entity, constraint);
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new DeleteConstraint(Objects.requireNonNull(event.entity()), PartState.keyOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(PartKind.CONSTRAINT, event, execution);
    }
}
