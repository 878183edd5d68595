package io.frontless.schema.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Permission;
import io.frontless.operation.ViewSpec;
import io.frontless.schema.control.SchemaQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The schema. */
@Path(WorkspacePath.ROOT + "/entities")
@ApplicationScoped
public class EntitiesResource {

    @Inject
    CurrentCaller caller;

    @Inject
    SchemaQueries schemas;

    /** All entities. */
    @GET
    @Requires(Permission.READ)
    public Response list() {
        return new JsonAnswer()
                .with(
                        "entities",
                        schemas.schema(caller.get()).entities().stream()
                                .map(entity -> EntityAnswer.of(entity).map())
                                .toList())
                .ok();
    }

    /** One entity. */
    @GET
    @Path("{entity}")
    @Requires(Permission.READ)
    public Response entity(@PathParam("entity") String entity) {
        return EntityAnswer.of(schemas.entity(caller.get(), entity)).ok();
    }

    /** The views of one entity. */
    @GET
    @Path("{entity}/views")
    @Requires(Permission.READ)
    public Response views(@PathParam("entity") String entity) {
        return new JsonAnswer()
                .with(
                        "views",
                        schemas.views(caller.get(), entity).stream()
                                .map(ViewSpec::params)
                                .toList())
                .ok();
    }
}
