package io.frontless.access.boundary;

import io.frontless.access.control.AccessQueries;
import io.frontless.access.control.InvitationView;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The open invitations of a workspace. */
@Path(WorkspacePath.ROOT + "/invitations")
@ApplicationScoped
public class InvitationsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    AccessQueries access;

    /** Those that were neither used nor revoked, the oldest first; never their links. */
    @GET
    @Requires(Permission.MANAGE_ROLES)
    public Response list() {
        return new JsonAnswer()
                .with(
                        "invitations",
                        access.invitations(caller.get()).stream()
                                .map(invitation -> json(invitation).map())
                                .toList())
                .ok();
    }

    private static JsonAnswer json(InvitationView invitation) {
        return new JsonAnswer()
                .with("invitation", invitation.id())
                .with("email", invitation.email())
                .with("role", invitation.role())
                .with("invitedBy", invitation.invitedBy())
                .with("expiresAt", invitation.expiresAt())
                .with("expired", invitation.expired())
                .with("version", invitation.version());
    }
}
