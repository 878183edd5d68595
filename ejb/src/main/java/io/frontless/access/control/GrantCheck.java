package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.record.control.FilterTypes;
import io.frontless.record.control.Viewpoint;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks that grants speak of what there is. What is deleted later stays in them, and counts again when it comes back. */
@Dependent
public class GrantCheck {

    private final SchemaReader schema;
    private final FilterTypes filters;

    @Inject
    public GrantCheck(SchemaReader schema, FilterTypes filters) {
        this.schema = schema;
        this.filters = filters;
    }

    /** Refuses grants on entities and fields that are not there; those of an undo stand as they once did. */
    void requireKnown(Execution execution, List<Grant> grants) {
        if (execution.undoes() != null) {
            return;
        }
        for (Grant grant : grants) {
            if (!grant.entity().equals(Grant.ANY)) {
                requireKnown(execution, grant);
            }
        }
    }

    private void requireKnown(Execution execution, Grant grant) {
        EntityView entity = schema.entity(execution.workspaceId(), grant.entity());
        Set<String> fields = new LinkedHashSet<>(grant.hidden());
        fields.addAll(grant.readOnly());
        for (String field : fields) {
            if (entity.field(field).isEmpty()) {
                throw Rejection.conflict(
                        "field",
                        "a field of " + entity.key() + ": "
                                + entity.fields().stream().map(FieldSpec::key).toList(),
                        field);
            }
        }
        if (entity.without(grant.hidden()).fields().isEmpty()) {
            throw Rejection.conflict("hidden", "at least one field of " + entity.key() + " left", grant.hidden());
        }
        if (!grant.records().equals(Filter.everything())) {
            Viewpoint view =
                    new Viewpoint(execution.workspaceId(), execution.caller().actor(), execution.now());
            filters.check(view, entity, grant.records());
        }
    }
}
