package io.frontless.identity.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.RequestClient;
import io.frontless.boundary.SessionCookie;
import io.frontless.identity.control.Proof;
import io.frontless.identity.control.SecondSignIn;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The second step of signing in. A sign-in that waits is named by the token of the first step's answer, or by a browser's cookie. */
@Path("/sessions/second-factor")
@ApplicationScoped
public class SecondFactorResource {

    @Inject
    HttpServletRequest request;

    @Inject
    SecondSignIn signIn;

    @Inject
    NewSession session;

    /** Shows the second factor; opens the session. */
    @POST
    @OpenToAll
    public Response finish(InputStream body) {
        Params params = JsonBody.read(body);
        String waiting = params.text("signIn");
        String device = params.optionalText("device").orElse(null);
        Proof proof = ProofJson.read(params);
        return session.answer(signIn.finish(waiting, proof, RequestClient.of(request, device)));
    }

    /** Asks for a passkey of the account that waits. */
    @POST
    @Path("request")
    @OpenToAll
    public Response passkey(InputStream body) {
        Params params = JsonBody.read(body);
        String waiting = params.optionalText("signIn")
                .or(() -> SessionCookie.waiting(request))
                .orElseThrow(() -> Rejection.invalid("signIn", "the token of a sign-in that waits", "none"));
        params.requireAllRead();
        return new JsonAnswer()
                .with("publicKey", signIn.passkeyRequest(waiting))
                .ok();
    }
}
