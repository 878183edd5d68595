package io.frontless.connection.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.connection.control.AccessTokens;
import io.frontless.connection.control.Authorizations;
import io.frontless.connection.control.Authorizations.Answer;
import io.frontless.connection.control.Authorizations.Finished;
import io.frontless.connection.control.Authorizations.Wish;
import io.frontless.connection.control.ConnectionProviderView;
import io.frontless.connection.control.ConnectionQueries;
import io.frontless.connection.control.ConnectionView;
import io.frontless.identity.boundary.PageLink;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConnectionLevel;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other services that a workspace works with. What is declared, connected and disconnected is changed by plans; tokens are told to nobody. */
@Path(WorkspacePath.ROOT + "/connections")
@ApplicationScoped
public class ConnectionsResource {

    private static final int CHARS_MAX = 4_000;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentPerson person;

    @Inject
    ConnectionQueries connections;

    @Inject
    Authorizations authorizations;

    @Inject
    AccessTokens tokens;

    /** What is connected, by label. */
    @GET
    @Requires(Permission.MANAGE_CONNECTIONS)
    public Response list() {
        return new JsonAnswer()
                .with(
                        "connections",
                        connections.connections(caller.get()).stream()
                                .map(connection -> json(connection).map())
                                .toList())
                .ok();
    }

    /** The providers that are declared, by label; never their secrets. */
    @GET
    @Path("providers")
    @Requires(Permission.MANAGE_CONNECTIONS)
    public Response providers() {
        return new JsonAnswer()
                .with(
                        "providers",
                        connections.providers(caller.get()).stream()
                                .map(provider -> json(provider).map())
                                .toList())
                .ok();
    }

    /** Puts a client secret aside; the answer is the id by which operations name it. */
    @POST
    @Path("secrets")
    @Requires(Permission.MANAGE_CONNECTIONS)
    public Response putAside(InputStream body) {
        Params params = JsonBody.read(body);
        String secret = params.longText("secret");
        params.requireAllRead();
        return new JsonAnswer()
                .with("secret", connections.putAside(caller.get(), secret))
                .created();
    }

    /** Begins to connect, or to authorize anew what has lapsed; the answer is where the person's browser goes. */
    @POST
    @Path("authorizations")
    @Requires(Permission.MANAGE_CONNECTIONS)
    public Response begin(InputStream body) {
        Params params = JsonBody.read(body);
        String address = params.has("connection") ? beginAgain(params) : beginNew(params);
        return new JsonAnswer().with("address", address).created();
    }

    /** Takes the provider's answer from the browser. Whatever goes wrong leads to the page, which says so. */
    @GET
    @Path("answers/{provider}")
    @Requires(Permission.MANAGE_CONNECTIONS)
    public Response finish(@PathParam("provider") String provider) {
        Finished finished = authorizations.finish(
                caller.get(),
                person.requirePresence(),
                new Answer(
                        PathId.of("provider", provider),
                        parameter("state"),
                        parameter("code"),
                        parameter("iss"),
                        parameter("error")));
        PageLink page = PageLink.to("/connections").with("w", caller.get().workspaceId());
        if (finished.problem() != null) {
            page = page.with("problem", finished.problem().name());
        }
        if (!finished.missing().isEmpty()) {
            page = page.with("missing", String.join(" ", finished.missing()));
        }
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", page.address())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Sees that a connection works: its access token is renewed where that is due, and opened. */
    @POST
    @Path("{connection}/check")
    @Requires(Permission.MANAGE_CONNECTIONS)
    public Response check(@PathParam("connection") String connection) {
        UUID id = PathId.of("connection", connection);
        tokens.check(caller.get(), id);
        return connections.connections(caller.get()).stream()
                .filter(one -> one.connection().equals(id))
                .findFirst()
                .map(one -> json(one).ok())
                .orElseThrow(() -> Rejection.notFound("connection", id));
    }

    private String beginNew(Params params) {
        var wish = new Wish(
                params.id("provider"),
                ConnectionLevel.of(params.optionalNumber("level")
                        .orElseThrow(() -> Rejection.invalid("level", "a number", "nothing"))),
                params.text("label"));
        params.requireAllRead();
        return authorizations.begin(caller.get(), person.requirePresence(), wish);
    }

    private String beginAgain(Params params) {
        UUID connection = params.id("connection");
        params.requireAllRead();
        return authorizations.beginAgain(caller.get(), person.requirePresence(), connection);
    }

    /** One value, of bounded length; a parameter that comes twice is none (RFC 6749 §3.1). */
    private @Nullable String parameter(String name) {
        String[] values = request.getParameterValues(name);
        return values != null && values.length == 1 && values[0].length() <= CHARS_MAX ? values[0] : null;
    }

    private static JsonAnswer json(ConnectionView connection) {
        return new JsonAnswer()
                .with("connection", connection.connection())
                .with("provider", connection.provider())
                .with("level", connection.level().number())
                .with("label", connection.label())
                .with("authorized", connection.authorized())
                .with("tokenUntil", connection.tokenUntil())
                .with("version", connection.version());
    }

    private JsonAnswer json(ConnectionProviderView provider) {
        JsonAnswer json = new JsonAnswer().with("provider", provider.provider());
        provider.terms().params().forEach(json::with);
        return json.with("redirectUri", authorizations.redirect(caller.get().workspaceId(), provider.provider()))
                .with("version", provider.version());
    }
}
