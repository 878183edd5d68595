package io.frontless.boundary;

import io.frontless.kernel.Json;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What SCIM wants otherwise than the rest of the API: its own media type, and errors of its own form (RFC 7644 §3.12). */
public final class Scim {

    /** RFC 7644 §8.1. */
    public static final String MEDIA_TYPE = "application/scim+json";

    private static final Pattern PATH = Pattern.compile("/api/v1/workspaces/[^/]+/scim/v2(/.*)?");
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    private Scim() {}

    /** Whether a path is SCIM's. */
    static boolean isMeant(String path) {
        return PATH.matcher(path).matches();
    }

    /** The problem that another boundary would tell, in SCIM's form. */
    static Response error(Response problem, @Nullable Rejection rejection) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("schemas", List.of(ERROR));
        body.put("status", Integer.toString(problem.getStatus()));
        if (rejection != null) {
            String type = type(rejection);
            if (type != null) {
                body.put("scimType", type);
            }
            body.put("detail", rejection.message());
        } else {
            body.put("detail", problem.getStatusInfo().getReasonPhrase());
        }
        return Response.fromResponse(problem)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(Json.write(body))
                .build();
    }

    private static @Nullable String type(Rejection rejection) {
        String field =
                rejection.details().isEmpty() ? "" : rejection.details().get(0).field();
        if (rejection.reason() == Reason.CONFLICT) {
            return field.equals("userName") || rejection.details().isEmpty() ? "uniqueness" : "mutability";
        }
        if (rejection.reason() != Reason.INVALID) {
            return null;
        }
        return switch (field) {
            case "filter" -> "invalidFilter";
            case "path" -> "invalidPath";
            case "body" -> "invalidSyntax";
            default -> "invalidValue";
        };
    }
}
