package io.frontless.federation.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.federation.control.Directory;
import io.frontless.federation.control.DirectoryQueries;
import io.frontless.federation.control.DirectoryUserView;
import io.frontless.identity.control.IdentityConfig;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of the directory (RFC 7644 §3). */
@Path(WorkspacePath.ROOT + "/scim/v2/Users")
@ApplicationScoped
public class ScimUsersResource {

    @Inject
    CurrentCaller caller;

    @Inject
    HttpServletRequest request;

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
        return ScimList.of(
                queries.users(caller.get()).stream()
                        .map(user -> ScimUser.shown(user, base()))
                        .toList(),
                uri.getQueryParameters());
    }

    /** One. */
    @GET
    @Path("{user}")
    @Requires(Permission.MANAGE_ROLES)
    public Response one(@PathParam("user") String id) {
        DirectoryUserView user = user(id);
        return ScimUser.tag(user).equals(request.getHeader("If-None-Match"))
                ? Response.notModified().header("ETag", ScimUser.tag(user)).build()
                : answer(Response.Status.OK, user);
    }

    /** Adds somebody. */
    @POST
    @Requires(Permission.MANAGE_ROLES)
    public Response add(InputStream body) {
        var entry = ScimUser.read(json(body), null, queries.fallbackRole(caller.get()));
        return answer(Response.Status.CREATED, directory.add(caller.get(), entry));
    }

    /** Replaces what is said of somebody. */
    @PUT
    @Path("{user}")
    @Requires(Permission.MANAGE_ROLES)
    public Response replace(@PathParam("user") String id, InputStream body) {
        DirectoryUserView present = expected(id);
        var entry = ScimUser.read(json(body), present.entry(), present.entry().role());
        return answer(Response.Status.OK, directory.update(caller.get(), present.user(), entry));
    }

    /** Changes some of it. */
    @PATCH
    @Path("{user}")
    @Requires(Permission.MANAGE_ROLES)
    public Response change(@PathParam("user") String id, InputStream body) {
        DirectoryUserView present = expected(id);
        Map<String, @Nullable Object> patched = ScimPatch.apply(ScimUser.toPatch(present), json(body));
        var entry = ScimUser.read(patched, present.entry(), present.entry().role());
        return answer(Response.Status.OK, directory.update(caller.get(), present.user(), entry));
    }

    /** Takes somebody out. */
    @DELETE
    @Path("{user}")
    @Requires(Permission.MANAGE_ROLES)
    public Response remove(@PathParam("user") String id) {
        directory.remove(caller.get(), expected(id).user());
        return Response.noContent().build();
    }

    private DirectoryUserView user(String id) {
        UUID user = PathId.of("user", id);
        return queries.user(caller.get(), user);
    }

    /** The one that the request relies on (RFC 9110 §13.1.1). */
    private DirectoryUserView expected(String id) {
        DirectoryUserView present = user(id);
        String tag = request.getHeader("If-Match");
        if (tag != null && !tag.equals("*") && !tag.equals(ScimUser.tag(present))) {
            throw new WebApplicationException(Response.Status.PRECONDITION_FAILED);
        }
        return present;
    }

    private Response answer(Response.Status status, DirectoryUserView user) {
        return ScimList.answer(status, ScimUser.shown(user, base()))
                .header("ETag", ScimUser.tag(user))
                .header("Location", base() + "/" + user.user())
                .build();
    }

    private String base() {
        return config.publicUrl() + "/api/v1/workspaces/" + caller.get().workspaceId() + "/scim/v2/Users";
    }

    static Map<String, @Nullable Object> json(InputStream body) {
        return Json.readObject(JsonBody.text(body, Limits.SCIM_BYTES_MAX));
    }
}
