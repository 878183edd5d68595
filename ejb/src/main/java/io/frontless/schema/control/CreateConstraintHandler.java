package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import io.frontless.operation.CreateConstraint;
import io.frontless.operation.DeleteConstraint;
import io.frontless.operation.Operation;
import io.frontless.schema.entity.PartDefinition;
import io.frontless.schema.entity.Parts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Adds a constraint to an entity. */
@Dependent
public class CreateConstraintHandler implements OperationHandler<CreateConstraint> {

    private final PartState state;
    private final Parts parts;
    private final SchemaReader schema;
    private final FieldContents contents;

    @Inject
    public CreateConstraintHandler(PartState state, Parts parts, SchemaReader schema, FieldContents contents) {
        this.state = state;
        this.parts = parts;
        this.schema = schema;
        this.contents = contents;
    }

    @Override
    public Class<CreateConstraint> operation() {
        return CreateConstraint.class;
    }

    @Override
    public Prepared check(CreateConstraint operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityView entity = state.lockEntity(execution, operation.entity());
        PartDefinition.Name name = PartKind.CONSTRAINT.named(
                operation.entity(), operation.constraint().key());
        state.requireNew(workspaceId, name);
        state.requireFreeLabel(workspaceId, name, operation.constraint().label());
        PartState.requireNone(ConstraintDependents.faults(entity, operation.constraint()), false);
        state.requireDiffering(workspaceId, contents, entity, operation.constraint());

        String content = Json.write(operation.constraint().params());
        PartDefinition row =
                new PartDefinition(workspaceId, name, operation.constraint().label(), content);
        return new Prepared(PartState.change(row, null, operation.constraint().params(), 1), () -> {
            schema.forget();
            parts.add(row);
            contents.indexConstraint(workspaceId, entity, operation.constraint());
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
