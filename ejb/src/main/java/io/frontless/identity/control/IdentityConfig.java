package io.frontless.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Identity's settings. A missing one stops the start with its name. */
@Dependent
public class IdentityConfig {

    private final String publicUrl;

    @Inject
    public IdentityConfig(@ConfigProperty(name = "frontless.web.public-url") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The address that people reach the product by, without a trailing slash: what mailed links are made of, never the request's Host header. */
    public String publicUrl() {
        return publicUrl;
    }
}
