package io.frontless.federation.boundary;

import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.kernel.Limits;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What this SCIM service can do (RFC 7643 §5 to §7). */
@Path(WorkspacePath.ROOT + "/scim/v2")
@ApplicationScoped
public class ScimServiceResource {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    /** What it can and cannot do. */
    @GET
    @Path("ServiceProviderConfig")
    @Requires(Permission.MANAGE_ROLES)
    public Response config() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("schemas", List.of(CORE + "ServiceProviderConfig"));
        body.put("patch", Map.of("supported", true));
        body.put("bulk", Map.of("supported", false, "maxOperations", 0, "maxPayloadSize", 0));
        body.put("filter", Map.of("supported", true, "maxResults", Limits.DIRECTORY_PAGE_MAX));
        body.put("changePassword", Map.of("supported", false));
        body.put("sort", Map.of("supported", false));
        body.put("etag", Map.of("supported", true));
        body.put(
                "authenticationSchemes",
                List.of(Map.of(
                        "type",
                        "oauthbearertoken",
                        "name",
                        "API key",
                        "description",
                        "The token of an API key, or the key itself: its id, a tilde, its secret")));
        return ScimList.answer(Response.Status.OK, body).build();
    }

    /** The kinds of resources. */
    @GET
    @Path("ResourceTypes")
    @Requires(Permission.MANAGE_ROLES)
    public Response types() {
        return ScimList.of(
                Stream.of("User", "Group")
                        .map(name -> {
                            Map<String, @Nullable Object> type = new LinkedHashMap<>();
                            type.put("schemas", List.of(CORE + "ResourceType"));
                            type.put("id", name);
                            type.put("name", name);
                            type.put("endpoint", "/" + name + "s");
                            type.put("schema", CORE + name);
                            return type;
                        })
                        .toList(),
                new MultivaluedHashMap<>());
    }

    /** The attributes that are kept. */
    @GET
    @Path("Schemas")
    @Requires(Permission.MANAGE_ROLES)
    public Response schemas() {
        return ScimList.of(
                List.of(
                        schema(
                                "User",
                                List.of(
                                        attribute("userName", "string", true),
                                        attribute("externalId", "string", false),
                                        attribute("displayName", "string", false),
                                        attribute("name", "complex", false),
                                        attribute("emails", "complex", false),
                                        attribute("active", "boolean", false))),
                        schema(
                                "Group",
                                List.of(
                                        attribute("displayName", "string", true),
                                        attribute("members", "complex", false)))),
                new MultivaluedHashMap<>());
    }

    /** Several changes in one request: not supported, as the configuration says. */
    @POST
    @Path("Bulk")
    @Requires(Permission.MANAGE_ROLES)
    public Response bulk() {
        throw new WebApplicationException(Response.Status.NOT_IMPLEMENTED);
    }

    private static Map<String, @Nullable Object> schema(String name, List<Map<String, Object>> attributes) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("schemas", List.of(CORE + "Schema"));
        schema.put("id", CORE + name);
        schema.put("name", name);
        schema.put("attributes", attributes);
        return schema;
    }

    private static Map<String, Object> attribute(String name, String type, boolean required) {
        boolean many = name.equals("emails") || name.equals("members");
        return Map.of(
                "name",
                name,
                "type",
                type,
                "multiValued",
                many,
                "required",
                required,
                "caseExact",
                name.equals("externalId"),
                "mutability",
                "readWrite",
                "returned",
                "default",
                "uniqueness",
                name.equals("userName") ? "server" : "none");
    }
}
