package io.frontless.keys.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.OperatorOnly;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.keys.control.InstallationKeyCommands;
import io.frontless.operation.InstallationKey;
import io.frontless.operation.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** The keys of the installation (root, token, pepper), for its operator. */
@Path("/operator/keys/{installationKey}")
@ApplicationScoped
public class InstallationKeysResource {

    @Inject
    InstallationKeyCommands keys;

    /** Its living versions, the newest first. */
    @GET
    @OperatorOnly
    public Response view(@PathParam("installationKey") String name) {
        return json(key(name)).ok();
    }

    /** Asks for the next version. */
    @POST
    @Path("/rotation")
    @OperatorOnly
    public Response rotate(@PathParam("installationKey") String name, InputStream body) {
        Params params = JsonBody.read(body);
        String operator = operator(params);
        params.requireAllRead();
        keys.rotate(key(name), operator);
        return json(key(name)).accepted();
    }

    /** Asks for the end of an old version. */
    @POST
    @Path("/destruction")
    @OperatorOnly
    public Response destroy(@PathParam("installationKey") String name, InputStream body) {
        Params params = JsonBody.read(body);
        String operator = operator(params);
        int version = version(params);
        params.requireAllRead();
        keys.destroy(key(name), version, operator);
        return json(key(name)).accepted();
    }

    private static int version(Params params) {
        BigDecimal version = params.optionalNumber("version").orElse(BigDecimal.ZERO);
        try {
            return version.intValueExact();
        } catch (ArithmeticException e) {
            throw Rejection.invalid("version", "a whole number", version);
        }
    }

    private JsonAnswer json(InstallationKey key) {
        return new JsonAnswer().with("key", key.name().toLowerCase(Locale.ROOT)).with("versions", keys.versions(key));
    }

    private static InstallationKey key(String name) {
        try {
            return new Params("path", Map.of("key", name)).choice("key", InstallationKey.class);
        } catch (Rejection none) {
            throw Rejection.notFound("key", name);
        }
    }

    /** What the event names as its actor; whoever has the token may call themselves as they like. */
    private static String operator(Params params) {
        String name = params.text("operator").strip();
        if (name.isEmpty() || name.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("operator", "1 to " + Limits.TEXT_CHARS_MAX + " characters", name);
        }
        return name;
    }
}
