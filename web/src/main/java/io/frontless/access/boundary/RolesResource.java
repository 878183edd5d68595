package io.frontless.access.boundary;

import io.frontless.access.control.AccessQueries;
import io.frontless.access.control.RoleView;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The roles of a workspace. */
@Path(WorkspacePath.ROOT + "/roles")
@ApplicationScoped
public class RolesResource {

    @Inject
    CurrentCaller caller;

    @Inject
    AccessQueries access;

    /** The ready-made roles, then the workspace's own. */
    @GET
    @Requires(Permission.MANAGE_ROLES)
    public Response list() {
        return new JsonAnswer()
                .with(
                        "roles",
                        access.roles(caller.get()).stream()
                                .map(role -> json(role).map())
                                .toList())
                .ok();
    }

    private static JsonAnswer json(RoleView view) {
        return new JsonAnswer()
                .with("role", view.role().key())
                .with("label", view.role().label())
                .with("readyMade", view.readyMade())
                .with("version", view.readyMade() ? null : view.version())
                .with("grants", view.role().grants().stream().map(Grant::params).toList());
    }
}
