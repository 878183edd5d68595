package io.frontless.schema.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Params;
import io.frontless.schema.entity.Definitions;
import io.frontless.schema.entity.EntityDefinition;
import io.frontless.schema.entity.FieldDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a field is, in the form that events keep; what the four field handlers share. */
@Dependent
public class FieldState {

    private static final FieldContents.Survey NONE = new FieldContents.Survey(0, List.of());

    private final Definitions definitions;
    private final FieldContents contents;
    private final FormulaCache formulas;

    @Inject
    public FieldState(Definitions definitions, FieldContents contents, FormulaCache formulas) {
        this.definitions = definitions;
        this.contents = contents;
        this.formulas = formulas;
    }

    /** Locks the living entity that a field belongs to: whoever changes its schema or its records' rules waits here. */
    EntityDefinition lockEntity(Execution execution, String entity) {
        return definitions
                .lockEntity(execution.workspaceId(), entity)
                .filter(found -> !found.deleted())
                .orElseThrow(() -> Rejection.notFound("entity", entity));
    }

    /** A living field of the version that the step relies on. */
    FieldDefinition living(Execution execution, String entity, String field) {
        FieldDefinition found = any(execution, entity, field);
        if (found.deleted()) {
            throw Rejection.notFound("field", field);
        }
        return found;
    }

    /** A deleted field of the version that the step relies on. */
    FieldDefinition deleted(Execution execution, String entity, String field) {
        FieldDefinition found = any(execution, entity, field);
        if (!found.deleted()) {
            throw Rejection.conflict("field", "a deleted one", field + ", which is not");
        }
        return found;
    }

    /** Refuses a label that another living field of the entity has. */
    void requireFreeLabel(UUID workspaceId, String entity, FieldSpec spec) {
        for (FieldDefinition other : definitions.fields(workspaceId, entity)) {
            boolean same = other.traits()
                    .label()
                    .toLowerCase(Locale.ROOT)
                    .equals(spec.label().toLowerCase(Locale.ROOT));
            if (same && !other.deleted() && !other.field().equals(spec.key())) {
                throw Rejection.conflict("label", "one that no other field of " + entity + " has", spec.label());
            }
        }
    }

    /** Refuses rules that contradict themselves, and a formula that does not fit the entity as it will be. */
    void requireSound(EntityView after, FieldSpec spec) {
        contents.requireSound(spec);
        if (spec.computed()) {
            formulas.of(after.fields());
        }
    }

    /** Refuses rules that values of records break. */
    void requireRulesMet(UUID workspaceId, EntityView after, FieldSpec spec) {
        if (spec.computed() || spec.rules().equals(FieldRules.NONE)) {
            return;
        }
        FieldContents.Survey broken = contents.violations(workspaceId, after, spec);
        if (broken.count() > 0) {
            throw new Rejection(
                    Reason.CONFLICT,
                    spec.key() + ": expected values that meet the rules in every record, found " + broken.count()
                            + " that do not",
                    broken.examples().stream()
                            .map(example ->
                                    new Rejection.Detail(spec.key(), "a value that meets the rules", shown(example)))
                            .toList());
        }
    }

    /** Refuses to require a value where what a record holds is none of the field's type. */
    void requireReadable(UUID workspaceId, EntityView after, FieldSpec spec) {
        FieldContents.Survey losses = spec.required() ? contents.losses(workspaceId, after, spec) : NONE;
        if (losses.count() > 0) {
            throw Rejection.conflict(
                    spec.key() + ".required",
                    "a value in every record",
                    losses.count() + " of another type, such as "
                            + shown(losses.examples().get(0)));
        }
    }

    /** A record and its value, for people. */
    static String shown(FieldContents.Example example) {
        String text = example.title() + ": " + example.value();
        return text.substring(0, Math.min(text.length(), Limits.ECHO_CHARS_MAX));
    }

    /** Refuses a demand that records already break: a required field that some leave empty, a unique one in which two agree. */
    void requireMet(UUID workspaceId, String entity, FieldSpec spec) {
        if (spec.required()) {
            long without = contents.recordsWithout(workspaceId, entity, spec.key());
            if (without > 0) {
                throw Rejection.conflict(spec.key() + ".required", "a value in every record", without + " without one");
            }
        }
        if (spec.unique()) {
            contents.sharedValue(workspaceId, entity, spec).ifPresent(value -> {
                throw Rejection.conflict(spec.key() + ".unique", "values that differ", value + " more than once");
            });
        }
    }

    Present present(EventView event, Execution execution) {
        String entity = Objects.requireNonNull(event.entity());
        return definitions
                .field(execution.workspaceId(), entity, keyOf(event))
                .map(field ->
                        new Present(field.deleted() ? null : Specs.of(field).params(), field.version()))
                .orElseGet(Present::nothing);
    }

    /** The key of the field that an event speaks of. */
    static String keyOf(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Params("event", Objects.requireNonNull(state)).text("key");
    }

    /** A field's next change. */
    static Change change(FieldDefinition field, @Nullable FieldSpec before, @Nullable FieldSpec after, long rows) {
        return new Change(
                Change.Subject.field(field.entity(), field.field()),
                field.traits().label(),
                before == null ? null : before.params(),
                after == null ? null : after.params(),
                field.version() + 1,
                rows,
                Map.of());
    }

    private FieldDefinition any(Execution execution, String entity, String field) {
        FieldDefinition found = definitions
                .field(execution.workspaceId(), entity, field)
                .orElseThrow(() -> Rejection.notFound("field", field));
        execution.requireVersion(entity + "." + field, found.version());
        return found;
    }
}
