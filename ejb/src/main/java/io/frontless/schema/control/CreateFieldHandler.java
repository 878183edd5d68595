package io.frontless.schema.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateField;
import io.frontless.operation.DeleteField;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.schema.entity.Definitions;
import io.frontless.schema.entity.FieldDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Adds a field to an entity. */
@Dependent
public class CreateFieldHandler implements OperationHandler<CreateField> {

    private final Definitions definitions;
    private final FieldState state;
    private final SchemaReader schema;
    private final FieldContents contents;

    @Inject
    public CreateFieldHandler(Definitions definitions, FieldState state, SchemaReader schema, FieldContents contents) {
        this.definitions = definitions;
        this.state = state;
        this.schema = schema;
        this.contents = contents;
    }

    @Override
    public Class<CreateField> operation() {
        return CreateField.class;
    }

    @Override
    public Prepared check(CreateField operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        FieldSpec spec = operation.field();
        state.lockEntity(execution, operation.entity());
        if (definitions.field(workspaceId, operation.entity(), spec.key()).isPresent()) {
            throw Rejection.conflict("field", "a key that was never used in " + operation.entity(), spec.key());
        }
        state.requireFreeLabel(workspaceId, operation.entity(), spec);
        int position = definitions.fields(workspaceId, operation.entity()).size();
        if (position >= Limits.FIELDS_MAX) {
            throw Rejection.conflict("field", "at most " + Limits.FIELDS_MAX + " fields of an entity", position + 1);
        }
        if (spec.target() != null) {
            schema.readable(execution.caller(), spec.target());
        }
        state.requireSound(schema.entity(workspaceId, operation.entity()).and(spec), spec);
        state.requireMet(workspaceId, operation.entity(), spec);

        FieldDefinition row = Specs.row(workspaceId, operation.entity(), spec, position);
        Change change = new Change(
                Change.Subject.field(operation.entity(), spec.key()),
                spec.label(),
                null,
                spec.params(),
                1,
                0,
                Map.of());
        return new Prepared(change, () -> {
            schema.forget();
            definitions.add(row);
            if (spec.computed()) {
                contents.index(workspaceId, schema.entity(workspaceId, operation.entity()), List.of(spec.key()));
            }
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new DeleteField(Objects.requireNonNull(event.entity()), FieldState.keyOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
