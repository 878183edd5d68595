package io.frontless.record.boundary;

import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.kernel.Rejection;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.schema.control.SchemaView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The workspace's schema, read once per page. */
@RequestScoped
public class CurrentSchema {

    @Inject
    CurrentWorkspace workspace;

    @Inject
    SchemaQueries queries;

    private @Nullable SchemaView schema;

    /** The schema. */
    public SchemaView get() {
        if (schema == null) {
            schema = queries.schema(workspace.caller());
        }
        return schema;
    }

    /** A table by its key, or a rejection as NOT_FOUND. */
    public EntityView entity(String key) {
        return get().entity(key).orElseThrow(() -> Rejection.notFound("table", key));
    }
}
