package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.RequestClient;
import io.frontless.boundary.Requires;
import io.frontless.identity.control.AccountChanges;
import io.frontless.identity.control.AccountQueries;
import io.frontless.identity.control.Person;
import io.frontless.identity.control.Presence;
import io.frontless.identity.control.SessionView;
import io.frontless.identity.control.Sessions;
import io.frontless.operation.EndSession.Cause;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The signed-in person's own account: name, password, address, sessions. */
@Path("/account")
@ApplicationScoped
public class AccountResource {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentPerson person;

    @Inject
    AccountChanges changes;

    @Inject
    AccountQueries queries;

    @Inject
    Sessions sessions;

    /** Who is signed in. */
    @GET
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response get() {
        Person self = person.require();
        return new JsonAnswer()
                .with("accountId", self.accountId())
                .with("email", self.email())
                .with("name", self.name())
                .ok();
    }

    /** Changes the name. */
    @PATCH
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response rename(InputStream body) {
        Params params = JsonBody.read(body);
        String name = params.text("name");
        params.requireAllRead();
        changes.rename(person.require(), name);
        return Response.noContent().build();
    }

    /** Changes the password; every other session ends. */
    @POST
    @Path("password")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response changePassword(InputStream body) {
        Params params = JsonBody.read(body);
        String present = params.longText("present");
        String password = params.longText("password");
        params.requireAllRead();
        changes.changePassword(person.requirePresence(), present, password);
        return Response.noContent().build();
    }

    /** Asks for another address: a link goes to it. */
    @POST
    @Path("address")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response changeAddress(InputStream body) {
        Params params = JsonBody.read(body);
        String present = params.longText("present");
        String email = params.text("email");
        params.requireAllRead();
        changes.requestAddress(person.require(), present, email, RequestClient.of(request));
        return Response.accepted().build();
    }

    /** The open sessions. */
    @GET
    @Path("sessions")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response sessions() {
        Presence here = person.requirePresence();
        return new JsonAnswer()
                .with(
                        "sessions",
                        queries.sessions(here.person().self()).stream()
                                .map(session -> json(session, here))
                                .toList())
                .ok();
    }

    /** Ends one of them. */
    @DELETE
    @Path("sessions/{session}")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response end(@PathParam("session") String session) {
        sessions.end(person.require(), PathId.of("session", session), Cause.REVOKED);
        return Response.noContent().build();
    }

    private static Object json(SessionView session, Presence here) {
        return new JsonAnswer()
                .with("sessionId", session.sessionId())
                .with("device", session.device())
                .with("openedAt", session.openedAt())
                .with("usedAt", session.usedAt())
                .with("expiresAt", session.expiresAt())
                .with("current", session.sessionId().equals(here.session()))
                .map();
    }
}
