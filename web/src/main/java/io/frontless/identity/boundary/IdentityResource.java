package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.InAnySession;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.RequestClient;
import io.frontless.boundary.Requires;
import io.frontless.identity.control.AccountChanges;
import io.frontless.identity.control.Presence;
import io.frontless.identity.control.Registration;
import io.frontless.identity.control.SecondStep;
import io.frontless.identity.control.Sessions;
import io.frontless.identity.control.SignIn;
import io.frontless.identity.control.SignInStep;
import io.frontless.identity.control.SignedIn;
import io.frontless.operation.EndSession.Cause;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Registration, forgotten passwords, and sessions for clients that send their token as a bearer. */
@Path("/")
@ApplicationScoped
public class IdentityResource {

    @Inject
    HttpServletRequest request;

    @Inject
    Registration registration;

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    AccountChanges changes;

    @Inject
    NewSession session;

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
        registration.register(email, name, password, RequestClient.of(request));
        return Response.accepted().build();
    }

    /** Confirms an address by the token of the mailed link. */
    @POST
    @Path("registrations/confirmation")
    @OpenToAll
    public Response confirm(InputStream body) {
        registration.verify(token(body), RequestClient.of(request));
        return Response.noContent().build();
    }

    /** Asks for a new password: a link goes to the address, whatever is known of it. */
    @POST
    @Path("password-resets")
    @OpenToAll
    public Response requestReset(InputStream body) {
        Params params = JsonBody.read(body);
        String email = params.text("email");
        params.requireAllRead();
        changes.requestReset(email, RequestClient.of(request));
        return Response.accepted().build();
    }

    /** Sets a new password by the token of the mailed link; every session ends. */
    @POST
    @Path("password-resets/confirmation")
    @OpenToAll
    public Response reset(InputStream body) {
        Params params = JsonBody.read(body);
        String token = params.text("token");
        String password = params.longText("password");
        params.requireAllRead();
        changes.reset(token, password, RequestClient.of(request));
        return Response.noContent().build();
    }

    /** Confirms a new address by the token of the mailed link. */
    @POST
    @Path("address-changes/confirmation")
    @OpenToAll
    public Response confirmAddress(InputStream body) {
        changes.confirmAddress(token(body), RequestClient.of(request));
        return Response.noContent().build();
    }

    /** Signs in; where the account has a second factor, this is the first of two steps. */
    @POST
    @Path("sessions")
    @OpenToAll
    public Response open(InputStream body) {
        Params params = JsonBody.read(body);
        String email = params.text("email");
        String password = params.longText("password");
        String device = params.optionalText("device").orElse(null);
        params.requireAllRead();
        SignInStep next = signIn.signIn(email, password, RequestClient.of(request, device));
        return next instanceof SecondStep waiting ? waiting(waiting) : session.answer((SignedIn) next);
    }

    private static Response waiting(SecondStep step) {
        Response body = new JsonAnswer()
                .with("signIn", step.token())
                .with("expiresAt", step.expiresAt())
                .with("app", step.app())
                .with("passkey", step.passkey())
                .ok();
        return Response.fromResponse(body).status(Response.Status.ACCEPTED).build();
    }

    /** Signs out: ends the session whose token the request carries. */
    @DELETE
    @Path("sessions/current")
    @Requires(Permission.MANAGE_ACCOUNT)
    @InAnySession
    public Response signOut() {
        Presence here = person.requirePresence();
        sessions.end(here.person(), here.session(), Cause.SIGNED_OUT);
        return Response.noContent().build();
    }

    private static String token(InputStream body) {
        Params params = JsonBody.read(body);
        String token = params.text("token");
        params.requireAllRead();
        return token;
    }
}
