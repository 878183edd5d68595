package io.frontless.schema.control;

import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reads the schema. */
@Stateless
@InWorkspace
public class SchemaQueries {

    @Inject
    SchemaReader reader;

    /** The schema of the caller's workspace. */
    public SchemaView schema(Caller caller) {
        caller.require(Permission.READ);
        return reader.readable(caller);
    }

    /** One entity; NOT_FOUND where there is none. */
    public EntityView entity(Caller caller, String key) {
        caller.require(Permission.READ);
        return reader.readable(caller, key);
    }
}
