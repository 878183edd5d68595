package io.frontless.apikey.boundary;

import io.frontless.apikey.control.ApiKeyView;
import io.frontless.apikey.control.ApiKeys;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The API keys of a workspace. */
@Path(WorkspacePath.ROOT + "/api-keys")
@ApplicationScoped
public class ApiKeysResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ApiKeys keys;

    /** Those that are not revoked, by label; never their secrets. */
    @GET
    @Requires(Permission.MANAGE_KEYS)
    public Response list() {
        return new JsonAnswer()
                .with(
                        "keys",
                        keys.list(caller.get()).stream()
                                .map(key -> json(key).map())
                                .toList())
                .ok();
    }

    private static JsonAnswer json(ApiKeyView key) {
        return new JsonAnswer()
                .with("key", key.keyId())
                .with("label", key.label())
                .with("hint", key.hint())
                .with("role", key.role())
                .with("rowsPerDay", key.rowsPerDay())
                .with("createdAt", key.createdAt())
                .with("expiresAt", key.expiresAt())
                .with("usedAt", key.usedAt())
                .with("version", key.version());
    }
}
