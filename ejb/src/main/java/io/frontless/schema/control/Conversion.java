package io.frontless.schema.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.FieldSpec;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What has to hold for a field to get another type, and what is made anew after it. */
@Dependent
public class Conversion {

    private final SchemaReader schema;
    private final FieldState state;
    private final PartState parts;
    private final FieldContents contents;
    private final Breakage breakage;

    @Inject
    public Conversion(
            SchemaReader schema, FieldState state, PartState parts, FieldContents contents, Breakage breakage) {
        this.schema = schema;
        this.state = state;
        this.parts = parts;
        this.contents = contents;
        this.breakage = breakage;
    }

    /** Refuses what the schema does not allow. */
    void requirePossible(UUID workspaceId, EntityView entity, FieldSpec to) {
        if (to.target() != null) {
            schema.entity(workspaceId, to.target());
        }
        state.requireSound(entity.with(to), to);
        breakage.require(workspaceId, entity, entity.with(to));
    }

    /** Refuses what the records do not allow, read as they will be. */
    void requireMet(UUID workspaceId, EntityView after, FieldSpec to, long losses) {
        if (to.required() && losses > 0) {
            throw Rejection.conflict(to.key() + ".required", "a value in every record", losses + " that are lost");
        }
        state.requireMet(workspaceId, after.key(), to);
        state.requireRulesMet(workspaceId, after, to);
        for (ConstraintSpec constraint : constraints(after, to)) {
            parts.requireDiffering(workspaceId, contents, after, constraint);
        }
    }

    /** Makes the typed values anew, also of what is computed and told apart by this field. */
    void index(UUID workspaceId, EntityView after, FieldSpec to) {
        Set<String> fields = new LinkedHashSet<>(after.computedKeys());
        fields.add(to.key());
        contents.index(workspaceId, after, fields);
        constraints(after, to).forEach(constraint -> contents.indexConstraint(workspaceId, after, constraint));
    }

    /** The refusal of a conversion that would lose values. */
    static Rejection lossy(FieldSpec to, FieldContents.Survey losses) {
        return new Rejection(
                Reason.CONFLICT,
                to.key() + ": expected values that can be read as " + to.type().wireName() + ", or acceptLoss, found "
                        + losses.count() + " that cannot",
                losses.examples().stream()
                        .map(example -> new Rejection.Detail(
                                to.key(),
                                "a value that can be read as " + to.type().wireName(),
                                FieldState.shown(example)))
                        .toList());
    }

    private static List<ConstraintSpec> constraints(EntityView entity, FieldSpec field) {
        return entity.constraints().stream()
                .filter(constraint -> constraint.fields().contains(field.key()))
                .toList();
    }
}
