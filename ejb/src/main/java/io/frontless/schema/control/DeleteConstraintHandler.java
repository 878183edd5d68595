package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.DeleteConstraint;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreConstraint;
import io.frontless.schema.entity.PartDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Takes a constraint away. */
@Dependent
public class DeleteConstraintHandler implements OperationHandler<DeleteConstraint> {

    private final PartState state;
    private final SchemaReader schema;
    private final FieldContents contents;

    @Inject
    public DeleteConstraintHandler(PartState state, SchemaReader schema, FieldContents contents) {
        this.state = state;
        this.schema = schema;
        this.contents = contents;
    }

    @Override
    public Class<DeleteConstraint> operation() {
        return DeleteConstraint.class;
    }

    @Override
    public Prepared check(DeleteConstraint operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        state.lockEntity(execution, operation.entity());
        PartDefinition row =
                state.living(execution, PartKind.CONSTRAINT.named(operation.entity(), operation.constraint()));

        return new Prepared(PartState.change(row, PartState.state(row), null, row.version() + 1), () -> {
            schema.forget();
            row.delete(execution.now());
            contents.unindexConstraint(workspaceId, operation.entity(), operation.constraint());
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RestoreConstraint(Objects.requireNonNull(event.entity()), PartState.keyOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(PartKind.CONSTRAINT, event, execution);
    }
}
