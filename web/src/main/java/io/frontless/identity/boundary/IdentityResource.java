package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.Requires;
import io.frontless.identity.control.Registration;
import io.frontless.identity.control.Sessions;
import io.frontless.identity.control.SignedIn;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Registration, and sessions for clients that send their token as a bearer. */
@Path("/")
@ApplicationScoped
public class IdentityResource {

    @Inject
    Registration registration;

    @Inject
    Sessions sessions;

    @Inject
    Workspaces workspaces;

    @Inject
    CurrentPerson person;

    /** Registers: a link goes to the address, whatever is known of it. */
    @POST
    @Path("registrations")
    @OpenToAll
    public Response register(InputStream body) {
        Params params = JsonBody.read(body);
        String email = params.text("email");
        String name = params.text("name");
        String password = params.longText("password");
        params.requireAllRead();
        registration.register(email, name, password);
        return Response.accepted().build();
    }

    /** Confirms an address by the token of the mailed link. */
    @POST
    @Path("registrations/confirmation")
    @OpenToAll
    public Response confirm(InputStream body) {
        Params params = JsonBody.read(body);
        String token = params.text("token");
        params.requireAllRead();
        registration.verify(token);
        return Response.noContent().build();
    }

    /** Signs in. */
    @POST
    @Path("sessions")
    @OpenToAll
    public Response signIn(InputStream body) {
        Params params = JsonBody.read(body);
        String email = params.text("email");
        String password = params.longText("password");
        params.requireAllRead();
        SignedIn session = sessions.signIn(email, password);
        return new JsonAnswer()
                .with("token", session.token())
                .with("expiresAt", session.expiresAt())
                .with(
                        "workspaces",
                        WorkspacesResource.json(workspaces.of(session.person().accountId())))
                .created();
    }

    /** Signs out: ends the session whose token the request carries. */
    @DELETE
    @Path("sessions/current")
    @Requires(Permission.FOUND_WORKSPACE)
    public Response signOut() {
        sessions.signOut(person.token().orElseThrow(() -> Rejection.notFound("session", "none")));
        return Response.noContent().build();
    }
}
