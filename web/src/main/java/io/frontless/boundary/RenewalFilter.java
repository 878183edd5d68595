package io.frontless.boundary;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;

/** Hands out the token to go on with: as a cookie where it came as one, and as a header to clients that send it as a bearer. */
@Provider
public class RenewalFilter implements ContainerResponseFilter {

    /** The header with the next token. */
    static final String HEADER = "Frontless-Session";

    @Inject
    CurrentPerson person;

    @Inject
    Clock clock;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        person.renewal().ifPresent(renewal -> {
            if (person.isByCookie()) {
                response.getHeaders().add("Set-Cookie", SessionCookie.header(renewal, clock.instant()));
            } else {
                response.getHeaders().putSingle(HEADER, renewal.token());
            }
        });
    }
}
