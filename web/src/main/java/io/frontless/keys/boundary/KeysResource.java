package io.frontless.keys.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.keys.control.WorkspaceKeyQueries;
import io.frontless.operation.Permission;
import io.frontless.vault.control.KeyVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The versions of a workspace's key. */
@Path(WorkspacePath.ROOT + "/keys")
@ApplicationScoped
public class KeysResource {

    @Inject
    CurrentCaller caller;

    @Inject
    WorkspaceKeyQueries keys;

    /** All, the newest first; how many secrets an old one still seals tells how far a rotation is. */
    @GET
    @Requires(Permission.MANAGE_KEYS)
    public Response list() {
        return new JsonAnswer()
                .with(
                        "keys",
                        keys.versions(caller.get()).stream()
                                .map(key -> json(key).map())
                                .toList())
                .ok();
    }

    private static JsonAnswer json(KeyVersion key) {
        return new JsonAnswer()
                .with("version", key.version())
                .with("createdAt", key.createdAt())
                .with("destroyedAt", key.destroyedAt())
                .with("secrets", key.secrets())
                .with("rootVersion", key.destroyed() ? null : key.rootVersion());
    }
}
