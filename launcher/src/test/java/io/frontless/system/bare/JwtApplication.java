package io.frontless.system.bare;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A service of somebody else's that relies on MicroProfile JWT alone. */
@ApplicationScoped
@ApplicationPath("/service")
@LoginConfig(authMethod = "MP-JWT")
public class JwtApplication extends Application {

    /** Who asks, for those whose token says that they are viewers. */
    @Path("/caller")
    @ApplicationScoped
    public static class Caller {

        @Inject
        JsonWebToken token;

        @GET
        @RolesAllowed("VIEWER")
        public String name() {
            return token.getName();
        }
    }
}
