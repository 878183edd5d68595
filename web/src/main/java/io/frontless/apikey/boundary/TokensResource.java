package io.frontless.apikey.boundary;

import io.frontless.apikey.control.AccessToken;
import io.frontless.apikey.control.ApiClients;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.RequestClient;
import io.frontless.identity.control.Permit;
import io.frontless.identity.control.Permits;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.ApiTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** API keys for tokens (RFC 6749 §4.4), and the public keys that verify them (RFC 7517). */
@Path("/")
@ApplicationScoped
public class TokensResource {

    @Inject
    HttpServletRequest servletRequest;

    @Inject
    ApiClients clients;

    @Inject
    Permits permits;

    @Inject
    ApiTokens tokens;

    /** Exchanges an API key for a token of some minutes. */
    @POST
    @Path("tokens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @OpenToAll
    public Response exchange(@HeaderParam("Authorization") @Nullable String authorization, InputStream body) {
        String form = JsonBody.text(body, Limits.TOKEN_REQUEST_BYTES_MAX);
        try {
            TokenRequest request = TokenRequest.read(form, authorization);
            if (!request.grantType().equals("client_credentials")) {
                return refused("unsupported_grant_type", "grant_type: expected client_credentials");
            }
            permits.take(Permit.TOKEN_CLIENT, RequestClient.of(servletRequest).network());
            permits.take(Permit.TOKEN_KEY, request.clientId());
            return answer(clients.exchange(request.clientId(), request.clientSecret()));
        } catch (Rejection rejection) {
            if (rejection.reason() == Reason.INVALID) {
                return refused("invalid_request", rejection.message());
            }
            if (rejection.reason() == Reason.DENIED) {
                return error(
                        Response.status(Response.Status.UNAUTHORIZED)
                                .header("WWW-Authenticate", "Basic realm=\"API keys\""),
                        "invalid_client",
                        rejection.message());
            }
            throw rejection;
        }
    }

    /** The keys by which tokens can be verified: the present one, and the one before it. */
    @GET
    @Path("jwks")
    @OpenToAll
    public Response publicKeys() {
        JsonAnswer answer = new JsonAnswer();
        tokens.publicKeys().forEach(answer::with);
        return answer.ok();
    }

    private static Response answer(AccessToken token) {
        return new JsonAnswer()
                .with("access_token", token.token())
                .with("token_type", "Bearer")
                .with("expires_in", token.lifetime().toSeconds())
                .ok();
    }

    private static Response refused(String code, String description) {
        return error(Response.status(Response.Status.BAD_REQUEST), code, description);
    }

    /** An error as clients of RFC 6749 §5.2 expect it. */
    private static Response error(Response.ResponseBuilder response, String code, String description) {
        Response body = new JsonAnswer()
                .with("error", code)
                .with("error_description", description)
                .ok();
        return response.type(body.getMediaType())
                .header("Cache-Control", "no-store")
                .entity(body.getEntity())
                .build();
    }
}
