package io.frontless.record.control;

import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Checks filters against the workspace's schema, inside somebody else's transaction. */
@Dependent
public class FilterTypes {

    private final SchemaReader schema;
    private final References references;

    @Inject
    public FilterTypes(SchemaReader schema, References references) {
        this.schema = schema;
        this.references = references;
    }

    /** The filter as {@link FilterCheck} and the search take it; fields, comparisons and values that do not fit are refused as INVALID. */
    public TypedFilter check(Viewpoint view, EntityView entity, Filter filter) {
        return typing(view).typed(entity, filter);
    }

    /** The reader of paths and filters. */
    FilterTyping typing(Viewpoint view) {
        FilterValues values =
                new FilterValues(view, (field, title) -> references.find(view.workspaceId(), field, title));
        return new FilterTyping(key -> schema.entity(view.workspaceId(), key), values);
    }
}
