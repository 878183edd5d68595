package io.frontless.federation.boundary;

import io.frontless.boundary.Scim;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists and single resources as SCIM answers them (RFC 7644 §3.4.2). */
final class ScimList {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private ScimList() {}

    /** A page of those resources that a query asks for; what it asks beyond filter and page is not done and not said to be. */
    static Response of(List<Map<String, @Nullable Object>> all, MultivaluedMap<String, String> query) {
        String filter = query.getFirst("filter");
        List<Map<String, @Nullable Object>> chosen = filter == null
                ? all
                : all.stream().filter(ScimFilter.read(filter)).toList();
        int start = Math.max(1, number(query, "startIndex", 1));
        int count = Math.min(Limits.DIRECTORY_PAGE_MAX, Math.max(0, number(query, "count", Limits.DIRECTORY_PAGE_MAX)));
        boolean brief = "members".equalsIgnoreCase(query.getFirst("excludedAttributes"));
        List<Map<String, @Nullable Object>> page = chosen.stream()
                .skip(start - 1L)
                .limit(count)
                .map(resource -> brief ? without(resource) : resource)
                .toList();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("schemas", List.of(SCHEMA));
        body.put("totalResults", chosen.size());
        body.put("startIndex", start);
        body.put("itemsPerPage", page.size());
        body.put("Resources", page);
        return answer(Response.Status.OK, body).build();
    }

    /** An answer in SCIM's media type. */
    static Response.ResponseBuilder answer(Response.Status status, Map<String, @Nullable Object> body) {
        return Response.status(status)
                .type(Scim.MEDIA_TYPE + ";charset=UTF-8")
                .header("Cache-Control", "no-store")
                .entity(Json.write(body));
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> resource) {
        Map<String, @Nullable Object> brief = new LinkedHashMap<>(resource);
        brief.remove("members");
        return brief;
    }

    private static int number(MultivaluedMap<String, String> query, String name, int usual) {
        String text = query.getFirst(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("-?[0-9]{1,9}")) {
            throw Rejection.invalid(name, "a whole number", text);
        }
        return Integer.parseInt(text);
    }
}
