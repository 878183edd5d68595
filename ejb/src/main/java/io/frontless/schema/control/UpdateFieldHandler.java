package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.UpdateField;
import io.frontless.schema.entity.FieldDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Replaces what a field is, except its key, type and target; an option in use, and what something else is built on, cannot be dropped. */
@Dependent
public class UpdateFieldHandler implements OperationHandler<UpdateField> {

    private final SchemaReader schema;
    private final FieldState state;
    private final FieldContents contents;
    private final Breakage breakage;

    @Inject
    public UpdateFieldHandler(SchemaReader schema, FieldState state, FieldContents contents, Breakage breakage) {
        this.schema = schema;
        this.state = state;
        this.contents = contents;
        this.breakage = breakage;
    }

    @Override
    public Class<UpdateField> operation() {
        return UpdateField.class;
    }

    @Override
    public Prepared check(UpdateField operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        FieldSpec spec = operation.field();
        state.lockEntity(execution, operation.entity());
        FieldDefinition row = state.living(execution, operation.entity(), spec.key());
        FieldSpec before = Specs.of(row);
        requireSameNature(before, spec);
        if (before.equals(spec)) {
            throw Rejection.conflict("field", "something to change", "the field as it is");
        }
        state.requireFreeLabel(workspaceId, operation.entity(), spec);
        EntityView entity = schema.entity(workspaceId, operation.entity());
        state.requireSound(entity.with(spec), spec);
        breakage.require(workspaceId, entity, entity.with(spec));
        requireUsedOptionsKept(workspaceId, operation.entity(), before, spec);
        state.requireMet(workspaceId, operation.entity(), spec);
        if (!before.required()) {
            state.requireReadable(workspaceId, entity.with(spec), spec);
        }
        if (!before.rules().equals(spec.rules())) {
            state.requireRulesMet(workspaceId, entity.with(spec), spec);
        }

        return new Prepared(FieldState.change(row, before, spec, 0), () -> {
            schema.forget();
            row.change(Specs.traits(spec));
            contents.index(workspaceId, schema.entity(workspaceId, operation.entity()), affected(entity, before, spec));
        });
    }

    /** The fields whose typed values are others afterwards. */
    private static Set<String> affected(EntityView entity, FieldSpec before, FieldSpec spec) {
        Set<String> affected = new HashSet<>();
        if (before.unique() != spec.unique()) {
            affected.add(spec.key());
        }
        if (!Objects.equals(before.rules().formula(), spec.rules().formula())) {
            affected.add(spec.key());
            affected.addAll(entity.computedKeys());
        }
        return affected;
    }

    @Override
    public Operation inverse(EventView event) {
        return new UpdateField(
                Objects.requireNonNull(event.entity()),
                FieldSpec.from(new Params("before", Objects.requireNonNull(event.before()))));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    private static void requireSameNature(FieldSpec before, FieldSpec spec) {
        if (before.type() != spec.type()) {
            throw Rejection.invalid(
                    "type",
                    before.type().wireName() + ", which stays",
                    spec.type().wireName());
        }
        if (!Objects.equals(before.target(), spec.target())) {
            throw Rejection.invalid("target", before.target() + ", which stays", spec.target());
        }
    }

    private void requireUsedOptionsKept(UUID workspaceId, String entity, FieldSpec before, FieldSpec spec) {
        for (String option : before.options()) {
            long used = spec.options().contains(option) ? 0 : contents.recordsWith(workspaceId, entity, before, option);
            if (used > 0) {
                throw Rejection.conflict("options", option + " kept, since it is used", used + " records with it");
            }
        }
    }
}
