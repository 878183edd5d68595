package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteField;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreField;
import io.frontless.schema.entity.FieldDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Brings back a deleted field with its values. */
@Dependent
public class RestoreFieldHandler implements OperationHandler<RestoreField> {

    private final FieldState state;
    private final FieldContents contents;
    private final SchemaReader schema;

    @Inject
    public RestoreFieldHandler(FieldState state, FieldContents contents, SchemaReader schema) {
        this.state = state;
        this.contents = contents;
        this.schema = schema;
    }

    @Override
    public Class<RestoreField> operation() {
        return RestoreField.class;
    }

    @Override
    public Prepared check(RestoreField operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        state.lockEntity(execution, operation.entity());
        FieldDefinition row = state.deleted(execution, operation.entity(), operation.field());
        FieldSpec spec = Specs.of(row);
        state.requireFreeLabel(workspaceId, operation.entity(), spec);
        requireTargets(workspaceId, operation.entity(), spec);
        EntityView after = schema.entity(workspaceId, operation.entity()).and(spec);
        requireFormula(after, spec);
        state.requireMet(workspaceId, operation.entity(), spec);
        state.requireReadable(workspaceId, after, spec);
        state.requireRulesMet(workspaceId, after, spec);

        long rows = contents.recordsOf(workspaceId, operation.entity())
                - contents.recordsWithout(workspaceId, operation.entity(), operation.field());
        return new Prepared(FieldState.change(row, null, spec, rows), () -> {
            schema.forget();
            row.restore();
            contents.index(workspaceId, schema.entity(workspaceId, operation.entity()), List.of(spec.key()));
        });
    }

    /** What its formula reads may have changed while nothing showed it. */
    private void requireFormula(EntityView after, FieldSpec spec) {
        try {
            state.requireSound(after, spec);
        } catch (Rejection fault) {
            throw new Rejection(Reason.CONFLICT, fault.message(), fault.details());
        }
    }

    /** What the field's values pointed to may have been deleted while nothing showed them. */
    private void requireTargets(UUID workspaceId, String entity, FieldSpec spec) {
        if (spec.target() == null) {
            return;
        }
        schema.entity(workspaceId, spec.target());
        contents.danglingReference(workspaceId, entity, spec).ifPresent(id -> {
            throw Rejection.conflict(spec.key(), "references to records that exist", id + ", which was deleted since");
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
