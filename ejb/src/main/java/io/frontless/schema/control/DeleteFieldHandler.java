package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteField;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreField;
import io.frontless.schema.entity.Definitions;
import io.frontless.schema.entity.FieldDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Hides a field; the records keep its values for a restoration. */
@Dependent
public class DeleteFieldHandler implements OperationHandler<DeleteField> {

    private final SchemaReader schema;
    private final FieldState state;
    private final FieldContents contents;
    private final Definitions definitions;
    private final Breakage breakage;

    @Inject
    public DeleteFieldHandler(
            SchemaReader schema, FieldState state, FieldContents contents, Definitions definitions, Breakage breakage) {
        this.breakage = breakage;
        this.schema = schema;
        this.state = state;
        this.contents = contents;
        this.definitions = definitions;
    }

    @Override
    public Class<DeleteField> operation() {
        return DeleteField.class;
    }

    @Override
    public Prepared check(DeleteField operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        state.lockEntity(execution, operation.entity());
        FieldDefinition row = state.living(execution, operation.entity(), operation.field());
        long living = definitions.fields(workspaceId, operation.entity()).stream()
                .filter(field -> !field.deleted())
                .count();
        if (living == 1) {
            throw Rejection.conflict("field", "one of several", "the last one; delete the entity instead");
        }
        EntityView entity = schema.entity(workspaceId, operation.entity());
        breakage.require(workspaceId, entity, entity.without(operation.field()));

        long rows = contents.recordsOf(workspaceId, operation.entity())
                - contents.recordsWithout(workspaceId, operation.entity(), operation.field());
        return new Prepared(FieldState.change(row, Specs.of(row), null, rows), () -> {
            schema.forget();
            row.delete(execution.now());
            contents.unindex(workspaceId, operation.entity(), operation.field());
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RestoreField(Objects.requireNonNull(event.entity()), FieldState.keyOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
