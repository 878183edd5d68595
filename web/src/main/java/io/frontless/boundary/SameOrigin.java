package io.frontless.boundary;

import io.frontless.identity.control.IdentityConfig;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Set;

/**
 * Keeps other sites from making a signed-in browser change something over REST. Cookies are SameSite, which still lets other hosts of one site send them;
 * browsers say with every change where it comes from, and one that does not is no browser of today.
 */
@Dependent
public class SameOrigin {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;

    @Inject
    public SameOrigin(IdentityConfig config) {
        URI url = URI.create(config.publicUrl());
        this.origin = url.getScheme() + "://" + url.getRawAuthority();
    }

    /** Refuses as DENIED a change that comes with a cookie and not from a page of this site. */
    void require(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod()) && !origin.equals(request.getHeaderString("Origin"))) {
            throw new Rejection(
                    Reason.DENIED,
                    "a change with a session cookie must come from a page of this site; others send a bearer token");
        }
    }
}
