package io.frontless.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Identity's settings. A missing one stops the start with its name. */
@Dependent
public class IdentityConfig {

    private final String publicUrl;
    private final int clientFactor;

    @Inject
    public IdentityConfig(
            @ConfigProperty(name = "frontless.web.public-url") String publicUrl,
            @ConfigProperty(name = "frontless.identity.client-factor", defaultValue = "1") int clientFactor) {
        if (clientFactor < 1) {
            throw new IllegalStateException(
                    "frontless.identity.client-factor: expected 1 or more, found " + clientFactor);
        }
        this.publicUrl = publicUrl;
        this.clientFactor = clientFactor;
    }

    /** The address that people reach the product by, without a trailing slash: what mailed links are made of, never the request's Host header. */
    public String publicUrl() {
        return publicUrl;
    }

    /** How many times more one network address may try than a single person's: as many as there are people behind one. */
    public int clientFactor() {
        return clientFactor;
    }
}
