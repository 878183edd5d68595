package io.frontless.access.boundary;

import io.frontless.access.control.Acceptance;
import io.frontless.access.control.Invited;
import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.Requires;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Invitations, as whoever was invited meets them. */
@Path("/invitations")
@ApplicationScoped
public class AcceptanceResource {

    @Inject
    CurrentPerson person;

    @Inject
    Acceptance acceptance;

    /** Joins the workspace that the mailed token invites the signed-in person's address to. */
    @POST
    @Path("acceptance")
    @Requires(Permission.OWN_MEMBERSHIP)
    public Response accept(InputStream body) {
        Params params = JsonBody.read(body);
        String token = params.text("token");
        params.requireAllRead();
        Invited joined = acceptance.accept(person.require(), token);
        return new JsonAnswer()
                .with("workspaceId", joined.workspaceId())
                .with("label", joined.workspace())
                .created();
    }
}
