package io.frontless.federation.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.federation.control.ProviderQueries;
import io.frontless.federation.control.ProviderSignIn;
import io.frontless.federation.control.ProviderSignIn.At;
import io.frontless.federation.control.ProviderView;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The OpenID providers of a workspace, which are changed by plans. */
@Path(WorkspacePath.ROOT + "/identity-providers")
@ApplicationScoped
public class IdentityProvidersResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ProviderQueries providers;

    @Inject
    ProviderSignIn signIn;

    /** Those that are connected, by label; never their secrets. */
    @GET
    @Requires(Permission.MANAGE_ROLES)
    public Response list() {
        return new JsonAnswer()
                .with(
                        "providers",
                        providers.list(caller.get()).stream()
                                .map(provider -> json(provider).map())
                                .toList())
                .ok();
    }

    /** Puts a client secret aside; the answer is the id by which operations name it. */
    @POST
    @Path("secrets")
    @Requires(Permission.MANAGE_ROLES)
    public Response putAside(InputStream body) {
        Params params = JsonBody.read(body);
        String secret = params.longText("secret");
        params.requireAllRead();
        return new JsonAnswer()
                .with("secret", providers.putAside(caller.get(), secret))
                .created();
    }

    private JsonAnswer json(ProviderView provider) {
        return new JsonAnswer()
                .with("provider", provider.provider())
                .with("label", provider.label())
                .with("issuer", provider.issuer())
                .with("clientId", provider.clientId())
                .with("secret", provider.secret())
                .with("domains", provider.domains())
                .with("role", provider.role())
                .with("admits", provider.admits())
                .with("exclusive", provider.exclusive())
                .with("maxAgeMinutes", provider.maxAgeMinutes())
                .with("redirectUri", signIn.redirect(new At(caller.get().workspaceId(), provider.provider())))
                .with("version", provider.version());
    }
}
