package io.frontless.boundary;

import io.frontless.engine.control.Faults;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Json;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes a problem (RFC 9457) of everything that goes wrong. A rejection says why; anything else is a bug, of which only a correlation id goes
 * out, and the stack trace stays in the log under that id.
 */
@Provider
@Dependent
public class Problems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());
    private static final int UNAUTHORIZED = 401;

    /** RFC 6585 §4. */
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    CurrentPerson person;

    @Inject
    CurrentClient client;

    @Inject
    Ids ids;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        Response problem = problem(thrown);
        return Scim.isMeant(uri.getRequestUri().getRawPath())
                ? Scim.error(problem, Faults.rejectionOf(thrown).orElse(null))
                : problem;
    }

    private Response problem(Throwable thrown) {
        Optional<Rejection> rejection = Faults.rejectionOf(thrown);
        if (rejection.isPresent()) {
            return of(rejection.get());
        }
        if (thrown instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return problem(status, title(web.getResponse().getStatusInfo().getReasonPhrase()), Map.of());
        }
        UUID correlationId = ids.get();
        LOG.log(Level.SEVERE, thrown, () -> "a bug, correlation id " + correlationId);
        return problem(
                Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                "Something went wrong on our side",
                Map.of("correlationId", correlationId));
    }

    private Response of(Rejection rejection) {
        boolean unknown = rejection.reason() == Reason.DENIED && !person.isKnown() && !client.isKnown();
        Map<String, @Nullable Object> more = reasons(rejection);
        if (rejection.retryAfter().isPresent()) {
            return tooMany(rejection.retryAfter().get(), more);
        }
        return problem(unknown ? UNAUTHORIZED : status(rejection.reason()), title(rejection), more);
    }

    /** The body of a rejection's problem, for an answer that has already begun. */
    public static Map<String, @Nullable Object> body(Rejection rejection) {
        return body(status(rejection.reason()), title(rejection), reasons(rejection));
    }

    private static Map<String, @Nullable Object> reasons(Rejection rejection) {
        Map<String, @Nullable Object> reasons = new LinkedHashMap<>();
        reasons.put("reason", rejection.reason().name());
        reasons.put("detail", rejection.message());
        reasons.put(
                "errors",
                rejection.details().stream()
                        .map(detail -> new JsonAnswer()
                                .with("field", detail.field())
                                .with("expected", detail.expected())
                                .with("found", detail.found())
                                .map())
                        .toList());
        return reasons;
    }

    private static Map<String, @Nullable Object> body(int status, String title, Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.putAll(more);
        return body;
    }

    private static Response tooMany(Duration retryAfter, Map<String, @Nullable Object> more) {
        return Response.fromResponse(problem(TOO_MANY_REQUESTS, "Too many requests", more))
                .header("Retry-After", Math.max(1, retryAfter.toSeconds()))
                .build();
    }

    /** The status of a reason (RFC 9110 §15). */
    public static int status(Reason reason) {
        return switch (reason) {
            case INVALID -> 400;
            case DENIED -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT, HELD -> 409;
            case LIMIT -> 413;
            case SEALED, UNAVAILABLE -> 503;
        };
    }

    private static Response problem(int status, String title, Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> body = body(status, title, more);
        Response.ResponseBuilder response = Response.status(status)
                .type("application/problem+json")
                .header("Cache-Control", "no-store")
                .entity(Json.write(body));
        return status == UNAUTHORIZED
                ? response.header("WWW-Authenticate", "Bearer").build()
                : response.build();
    }

    private static String title(Rejection rejection) {
        return title(rejection.reason().name().replace('_', ' '));
    }

    private static String title(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? "Problem" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
