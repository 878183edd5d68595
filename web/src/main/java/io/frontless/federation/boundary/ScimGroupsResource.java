package io.frontless.federation.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.federation.control.Directory;
import io.frontless.federation.control.DirectoryQueries;
import io.frontless.federation.control.DirectoryQueries.Group;
import io.frontless.federation.control.DirectoryUserView;
import io.frontless.identity.control.IdentityConfig;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Keys;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups (RFC 7643 §4.2), which are roles: everybody is in exactly one, and whoever leaves one gets the usual role. */
@Path(WorkspacePath.ROOT + "/scim/v2/Groups")
@ApplicationScoped
public class ScimGroupsResource {

    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";

    @Inject
    CurrentCaller caller;

    @Inject
    DirectoryQueries queries;

    @Inject
    Directory directory;

    @Inject
    IdentityConfig config;

    /** Those that a filter lets through, a page at a time. */
    @GET
    @Requires(Permission.MANAGE_ROLES)
    public Response list(@Context UriInfo uri) {
        List<DirectoryUserView> people = queries.users(caller.get());
        return ScimList.of(
                queries.groups(caller.get()).stream()
                        .map(group -> shown(group.role(), people))
                        .toList(),
                uri.getQueryParameters());
    }

    /** One. */
    @GET
    @Path("{role}")
    @Requires(Permission.MANAGE_ROLES)
    public Response one(@PathParam("role") String key) {
        return answer(Response.Status.OK, group(key).role().key());
    }

    /** Makes a role, which allows nothing until somebody here says what. */
    @POST
    @Requires(Permission.MANAGE_ROLES)
    public Response add(InputStream body) {
        Map<String, @Nullable Object> resource = ScimUsersResource.json(body);
        String label = label(resource);
        boolean taken = queries.groups(caller.get()).stream()
                .anyMatch(group -> group.role().label().equalsIgnoreCase(label));
        if (taken) {
            throw Rejection.conflict("userName", "a displayName that no other group has", label);
        }
        Role role = new Role(Keys.from(label), label, List.of());
        directory.addGroup(caller.get(), role, people(resource));
        return answer(Response.Status.CREATED, role.key());
    }

    /** Replaces what a role is called and who has it. */
    @PUT
    @Path("{role}")
    @Requires(Permission.MANAGE_ROLES)
    public Response replace(@PathParam("role") String key, InputStream body) {
        return change(group(key), ScimUsersResource.json(body));
    }

    /** Changes some of it. */
    @PATCH
    @Path("{role}")
    @Requires(Permission.MANAGE_ROLES)
    public Response change(@PathParam("role") String key, InputStream body) {
        Group group = group(key);
        Map<String, @Nullable Object> shown = shown(group.role(), queries.users(caller.get()));
        return change(group, ScimPatch.apply(shown, ScimUsersResource.json(body)));
    }

    /** Deletes a role that nobody has. */
    @DELETE
    @Path("{role}")
    @Requires(Permission.MANAGE_ROLES)
    public Response remove(@PathParam("role") String key) {
        directory.removeGroup(caller.get(), group(key).role());
        return Response.noContent().build();
    }

    private Response change(Group group, Map<String, @Nullable Object> resource) {
        Role before = group.role();
        Role after = new Role(before.key(), label(resource), before.grants());
        directory.changeGroup(caller.get(), before, after, people(resource));
        return answer(Response.Status.OK, before.key());
    }

    private Group group(String key) {
        return queries.groups(caller.get()).stream()
                .filter(group -> group.role().key().equals(key))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("role", key));
    }

    private Response answer(Response.Status status, String key) {
        return ScimList.answer(status, shown(group(key).role(), queries.users(caller.get())))
                .header("Location", base() + "/Groups/" + key)
                .build();
    }

    private Map<String, @Nullable Object> shown(Role role, List<DirectoryUserView> people) {
        Map<String, @Nullable Object> resource = new LinkedHashMap<>();
        resource.put("schemas", List.of(SCHEMA));
        resource.put("id", role.key());
        resource.put("displayName", role.label());
        resource.put(
                "members",
                people.stream()
                        .filter(user -> user.entry().role().equals(role.key()))
                        .map(user -> Map.of(
                                "value",
                                user.user().toString(),
                                "display",
                                user.entry().called(),
                                "$ref",
                                base() + "/Users/" + user.user()))
                        .toList());
        resource.put("meta", Map.of("resourceType", "Group", "location", base() + "/Groups/" + role.key()));
        return resource;
    }

    private static String label(Map<String, @Nullable Object> resource) {
        if (ScimPath.get(resource, "displayName") instanceof String label && !label.isBlank()) {
            return label.strip();
        }
        throw Rejection.invalid("displayName", "a text", ScimPath.get(resource, "displayName"));
    }

    private static Set<UUID> people(Map<String, @Nullable Object> resource) {
        Set<UUID> people = new LinkedHashSet<>();
        for (Object value : ScimPath.values(resource, "members.value")) {
            try {
                people.add(UUID.fromString(String.valueOf(value)));
            } catch (IllegalArgumentException e) {
                throw Rejection.notFound("user", String.valueOf(value));
            }
        }
        return people;
    }

    private String base() {
        return config.publicUrl() + "/api/v1/workspaces/" + caller.get().workspaceId() + "/scim/v2";
    }
}
