package io.frontless.identity.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.RequestClient;
import io.frontless.identity.control.PasskeySignIn;
import io.frontless.identity.control.Proof;
import io.frontless.operation.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Signing in by a passkey alone. */
@Path("/sessions/passkey")
@ApplicationScoped
public class PasskeySessionsResource {

    @Inject
    HttpServletRequest request;

    @Inject
    PasskeySignIn signIn;

    @Inject
    NewSession session;

    /** Asks for any passkey of this site. */
    @POST
    @Path("request")
    @OpenToAll
    public Response begin(InputStream body) {
        JsonBody.read(body).requireAllRead();
        PasskeySignIn.Begun begun = signIn.begin(RequestClient.of(request));
        return new JsonAnswer()
                .with("ceremony", begun.token())
                .with("publicKey", begun.request())
                .ok();
    }

    /** Opens a session by what a browser made of such a request. */
    @POST
    @OpenToAll
    public Response open(InputStream body) {
        Params params = JsonBody.read(body);
        String ceremony = params.text("ceremony");
        String device = params.optionalText("device").orElse(null);
        Proof.Passkey passkey = ProofJson.passkey(params);
        params.requireAllRead();
        return session.answer(signIn.signIn(ceremony, passkey, RequestClient.of(request, device)));
    }
}
