package io.frontless.schema.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.ViewSpec;
import io.frontless.schema.entity.PartDefinition;
import io.frontless.schema.entity.Parts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Views need the fields that they show, sort and filter by, their own entity's and those that references lead to. */
@Dependent
public class ViewDependents implements SchemaDependents {

    private final Parts parts;
    private final SchemaReader schema;

    @Inject
    public ViewDependents(Parts parts, SchemaReader schema) {
        this.parts = parts;
        this.schema = schema;
    }

    @Override
    public List<Rejection.Detail> brokenBy(SchemaChange change) {
        Function<String, Optional<EntityView>> after =
                key -> key.equals(change.before().key())
                        ? Optional.ofNullable(change.after())
                        : schema.find(change.workspaceId(), key);
        List<Rejection.Detail> broken = new ArrayList<>();
        for (PartDefinition row : parts.all(change.workspaceId(), PartKind.VIEW.wireName())) {
            if (!row.deleted()) {
                ViewSpec view = PartKind.view(row);
                after.apply(row.name().entity())
                        .ifPresent(entity -> broken.addAll(ViewChecks.faults(entity, view, after)));
            }
        }
        return broken;
    }
}
