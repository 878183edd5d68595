package io.frontless.schema.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Findings;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConvertField;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.schema.entity.FieldDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Gives a field another type. What is stored stays; what it reads as from then on is looked at before, and so is what is lost. */
@Dependent
public class ConvertFieldHandler implements OperationHandler<ConvertField> {

    private final SchemaReader schema;
    private final FieldState state;
    private final Conversion conversion;
    private final FieldContents contents;

    @Inject
    public ConvertFieldHandler(SchemaReader schema, FieldState state, Conversion conversion, FieldContents contents) {
        this.schema = schema;
        this.state = state;
        this.conversion = conversion;
        this.contents = contents;
    }

    @Override
    public Class<ConvertField> operation() {
        return ConvertField.class;
    }

    @Override
    public Prepared check(ConvertField operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        FieldSpec to = operation.to();
        state.lockEntity(execution, operation.entity());
        FieldDefinition row = state.living(execution, operation.entity(), to.key());
        FieldSpec before = Specs.of(row);
        requireAnother(before, to);
        state.requireFreeLabel(workspaceId, operation.entity(), to);
        EntityView entity = schema.entity(workspaceId, operation.entity());
        EntityView after = entity.with(to);
        conversion.requirePossible(workspaceId, entity, to);

        FieldContents.Survey losses = contents.losses(workspaceId, entity, to);
        if (losses.count() > 0 && !operation.acceptLoss()) {
            throw Conversion.lossy(to, losses);
        }
        conversion.requireMet(workspaceId, after, to, losses.count());
        report(execution.findings(), after, to, losses);

        long rows = contents.recordsOf(workspaceId, operation.entity())
                - contents.recordsWithout(workspaceId, operation.entity(), to.key());
        return new Prepared(FieldState.change(row, before, to, rows), () -> {
            schema.forget();
            row.convert(to.type().wireName(), to.target(), Specs.traits(to));
            conversion.index(workspaceId, schema.entity(workspaceId, operation.entity()), to);
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new ConvertField(
                Objects.requireNonNull(event.entity()),
                FieldSpec.from(new Params("before", Objects.requireNonNull(event.before()))),
                true);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    private static void requireAnother(FieldSpec before, FieldSpec to) {
        if (before.computed() || to.computed()) {
            throw Rejection.invalid("field", "one that is not computed", to.key());
        }
        if (before.type() == to.type() && Objects.equals(before.target(), to.target())) {
            throw Rejection.conflict(
                    "type", "another type or target than now", to.type().wireName());
        }
    }

    private static void report(Findings findings, EntityView entity, FieldSpec to, FieldContents.Survey losses) {
        if (losses.count() == 0) {
            return;
        }
        findings.add(new Findings.Finding(
                Findings.Kind.LOSS,
                null,
                entity.key(),
                null,
                to.key() + ": " + losses.count() + " values cannot be read as "
                        + to.type().wireName() + " and will be empty"));
        for (FieldContents.Example example : losses.examples()) {
            findings.add(new Findings.Finding(
                    Findings.Kind.LOSS,
                    null,
                    entity.key(),
                    example.recordId(),
                    to.key() + ": expected " + to.type().wireName() + ", found " + FieldState.shown(example)));
        }
    }
}
