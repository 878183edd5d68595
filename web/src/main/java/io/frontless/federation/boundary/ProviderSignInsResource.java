package io.frontless.federation.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.PathId;
import io.frontless.boundary.RequestClient;
import io.frontless.boundary.SessionCookie;
import io.frontless.federation.control.Problem;
import io.frontless.federation.control.ProviderSignIn;
import io.frontless.federation.control.ProviderSignIn.At;
import io.frontless.federation.control.ProviderSignIn.Begun;
import io.frontless.federation.control.ProviderSignIn.Finished;
import io.frontless.federation.control.ProviderSignIn.Visitor;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.control.SignedIn;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The road to a provider and back. Browsers come here, so whatever goes wrong leads to a page that says so. */
@Path("/provider-sign-ins/{at}/{provider}")
@ApplicationScoped
public class ProviderSignInsResource {

    private static final int CHARS_MAX = 4_000;

    @Inject
    HttpServletRequest request;

    @Inject
    ProviderSignIn signIn;

    @Inject
    CurrentPerson person;

    /** Sends the browser to the provider; {@code then} is the page that is wanted afterwards. */
    @GET
    @OpenToAll
    public Response begin(
            @PathParam("at") String workspace,
            @PathParam("provider") String provider,
            @QueryParam("then") @Nullable String then) {
        try {
            String target = then == null || !PageLink.isInside(then) ? "/" : then;
            Begun begun = signIn.begin(at(workspace, provider), target, visitor());
            return Response.seeOther(URI.create(begun.address()))
                    .cookie(ProviderCookie.of(begun.browser()))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Rejection refused) {
            return problem(refused.retryAfter().isPresent() ? Problem.TRY_AGAIN : Problem.UNREACHABLE);
        }
    }

    /** Takes the provider's answer from the browser. */
    @GET
    @Path("answer")
    @OpenToAll
    public Response finish(
            @PathParam("at") String workspace,
            @PathParam("provider") String provider,
            @Context HttpServletResponse response) {
        try {
            var answer = new ProviderSignIn.Answer(
                    parameter("state"), parameter("code"), parameter("iss"), parameter("error"));
            Finished finished = signIn.finish(at(workspace, provider), answer, visitor());
            if (finished.problem() != null) {
                return problem(finished.problem());
            }
            SignedIn signedIn = finished.signedIn();
            if (signedIn != null) {
                SessionCookie.open(response, signedIn);
            }
            return to(finished.target());
        } catch (Rejection refused) {
            return problem(Problem.TRY_AGAIN);
        }
    }

    /** One value, of bounded length; a parameter that comes twice is none (RFC 6749 §3.1). */
    private @Nullable String parameter(String name) {
        String[] values = request.getParameterValues(name);
        return values != null && values.length == 1 && values[0].length() <= CHARS_MAX ? values[0] : null;
    }

    private Visitor visitor() {
        return new Visitor(
                ProviderCookie.token(request).orElse(null), person.presence().orElse(null), RequestClient.of(request));
    }

    private static At at(String workspace, String provider) {
        return new At(PathId.of("provider", workspace), PathId.of("provider", provider));
    }

    private static Response problem(Problem problem) {
        return to("/sso?problem=" + problem.name());
    }

    private static Response to(String page) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", page)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
