package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.UpdateConstraint;
import io.frontless.schema.entity.PartDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Replaces what a constraint is, except its key. */
@Dependent
public class UpdateConstraintHandler implements OperationHandler<UpdateConstraint> {

    private final PartState state;
    private final SchemaReader schema;
    private final FieldContents contents;

    @Inject
    public UpdateConstraintHandler(PartState state, SchemaReader schema, FieldContents contents) {
        this.state = state;
        this.schema = schema;
        this.contents = contents;
    }

    @Override
    public Class<UpdateConstraint> operation() {
        return UpdateConstraint.class;
    }

    @Override
    public Prepared check(UpdateConstraint operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = state.lockEntity(execution, operation.entity());
        PartDefinition.Name name = PartKind.CONSTRAINT.named(
                operation.entity(), operation.constraint().key());
        PartDefinition row = state.living(execution, name);
        ConstraintSpec before = PartKind.constraint(row);
        if (before.equals(operation.constraint())) {
            throw Rejection.conflict("constraint", "something to change", "the constraint as it is");
        }
        state.requireFreeLabel(workspaceId, name, operation.constraint().label());
        PartState.requireNone(ConstraintDependents.faults(entity, operation.constraint()), false);
        state.requireDiffering(workspaceId, contents, entity, operation.constraint());

        long version = row.version() + 1;
        return new Prepared(
                PartState.change(
                        row, PartState.state(row), operation.constraint().params(), version),
                () -> {
                    schema.forget();
                    row.change(
                            operation.constraint().label(),
                            Json.write(operation.constraint().params()));
                    contents.indexConstraint(workspaceId, entity, operation.constraint());
                });
    }

    @Override
    public Operation inverse(EventView event) {
        return new UpdateConstraint(
                Objects.requireNonNull(event.entity()),
                ConstraintSpec.from(new Params("before", Objects.requireNonNull(event.before()))));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(PartKind.CONSTRAINT, event, execution);
    }
}
