package io.frontless.record.control;

import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** Checks filters against the workspace's schema, inside somebody else's transaction. */
@Dependent
public class FilterTypes {

    private final SchemaReader schema;
    private final References references;
    private final RecordAccess access;

    @Inject
    public FilterTypes(SchemaReader schema, References references, RecordAccess access) {
        this.schema = schema;
        this.references = references;
        this.access = access;
    }

    /** The filter as {@link FilterCheck} and the search take it; fields, comparisons and values that do not fit are refused as INVALID. */
    public TypedFilter check(Viewpoint view, EntityView entity, Filter filter) {
        return typing(view).typed(entity, filter);
    }

    /**
     * The same for a filter of the caller's own, on an entity as they see it: it leads over references only into entities of which they may read
     * every record, and knows by their titles only records that they may read, so that no answer tells of others.
     */
    public TypedFilter check(Caller caller, Instant now, EntityView shown, Filter filter) {
        return typing(caller, now).typed(shown, filter);
    }

    /** The reader of paths and filters of the caller's own. */
    FilterTyping typing(Caller caller, Instant now) {
        Viewpoint view = new Viewpoint(caller.workspaceId(), caller.actor(), now);
        FilterValues values = new FilterValues(view, (field, title) -> references.find(caller, field, title));
        return new FilterTyping(key -> access.passable(caller, key), values);
    }

    /** The reader of paths and filters. */
    private FilterTyping typing(Viewpoint view) {
        FilterValues values =
                new FilterValues(view, (field, title) -> references.find(view.workspaceId(), field, title));
        return new FilterTyping(key -> schema.entity(view.workspaceId(), key), values);
    }
}
