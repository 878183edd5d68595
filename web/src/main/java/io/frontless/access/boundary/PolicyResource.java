package io.frontless.access.boundary;

import io.frontless.access.control.AccessQueries;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.SignInPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What a workspace asks of sessions. */
@Path(WorkspacePath.ROOT + "/policy")
@ApplicationScoped
public class PolicyResource {

    @Inject
    CurrentCaller caller;

    @Inject
    AccessQueries access;

    /** The policy as it is; one that was never set asks for nothing. */
    @GET
    @Requires(Permission.MANAGE_ROLES)
    public Response get() {
        SignInPolicy policy = access.policy(caller.get());
        return new JsonAnswer()
                .with("requireSecondFactor", policy.requireSecondFactor())
                .with("sessionIdleHours", policy.sessionIdleHours())
                .with("version", policy.version())
                .ok();
    }
}
