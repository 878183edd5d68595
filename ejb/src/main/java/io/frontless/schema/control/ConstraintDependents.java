package io.frontless.schema.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;

/** Constraints need the fields that they compare. */
@Dependent
public class ConstraintDependents implements SchemaDependents {

    @Override
    public List<Rejection.Detail> brokenBy(SchemaChange change) {
        EntityView after = change.after();
        return after == null
                ? List.of()
                : change.before().constraints().stream()
                        .flatMap(constraint -> faults(after, constraint).stream())
                        .toList();
    }

    /** What of a constraint an entity does not allow. */
    static List<Rejection.Detail> faults(EntityView entity, ConstraintSpec constraint) {
        return constraint.fields().stream()
                .flatMap(name -> fault(entity, constraint, name).stream())
                .toList();
    }

    private static Optional<Rejection.Detail> fault(EntityView entity, ConstraintSpec constraint, String name) {
        String what = "constraint " + entity.key() + "." + constraint.key();
        Optional<FieldSpec> field = entity.field(name);
        if (field.isEmpty()) {
            return Optional.of(new Rejection.Detail(what, "the field " + name, "none"));
        }
        boolean comparable =
                field.get().type() != FieldType.LONG_TEXT && !field.get().computed();
        return comparable
                ? Optional.empty()
                : Optional.of(new Rejection.Detail(what, "neither long texts nor computed fields", name));
    }
}
