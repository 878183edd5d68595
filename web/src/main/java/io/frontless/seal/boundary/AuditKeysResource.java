package io.frontless.seal.boundary;

import io.frontless.boundary.OpenToAll;
import io.frontless.seal.control.PublicAuditKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The public keys by which signed tree heads are checked. An auditor keeps them from the day on that they are trusted. */
@Path("/audit-keys")
@ApplicationScoped
public class AuditKeysResource {

    @Inject
    PublicAuditKeys keys;

    /** All of them as PEM, the newest first. */
    @GET
    @OpenToAll
    public Response all() {
        return Response.ok(keys.pem())
                .header("Content-Type", "application/x-pem-file")
                .build();
    }
}
