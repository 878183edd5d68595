package io.frontless.schema.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.schema.formula.Formula;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;

/** Computed fields need the fields that their formulas name, of a type that fits, with the options that they compare with. */
@Dependent
public class FormulaDependents implements SchemaDependents {

    @Override
    public List<Rejection.Detail> brokenBy(SchemaChange change) {
        List<Rejection.Detail> broken = new ArrayList<>();
        EntityView after = change.after();
        if (after == null) {
            return broken;
        }
        for (FieldSpec field : after.fields()) {
            if (field.computed()) {
                try {
                    requireOptions(change.before(), after, field, Formula.compile(field, after.fields()));
                } catch (Rejection fault) {
                    Rejection.Detail detail = fault.details().get(0);
                    broken.add(new Rejection.Detail(
                            "computed field " + after.key() + "." + field.key(), detail.expected(), detail.found()));
                }
            }
        }
        return broken;
    }

    private static void requireOptions(EntityView before, EntityView after, FieldSpec computed, Formula formula) {
        for (FieldSpec read : before.fields()) {
            if (!formula.reads().contains(read.key())) {
                continue;
            }
            List<String> kept = after.field(read.key()).map(FieldSpec::options).orElse(List.of());
            for (String option : read.options()) {
                if (!kept.contains(option) && formula.names(option)) {
                    throw Rejection.conflict(computed.key(), option + " kept, which its formula names", kept);
                }
            }
        }
    }
}
