package io.frontless.apikey.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of tokens. A missing one stops the start with its name. */
@Dependent
public class ApiKeyConfig {

    private final String publicUrl;

    @Inject
    public ApiKeyConfig(@ConfigProperty(name = "frontless.web.public-url") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Who issues tokens: this installation, by the address that people reach it by. */
    public String issuer() {
        return publicUrl;
    }

    /** Whom they are for: its API and nobody else. */
    public String audience() {
        return publicUrl + "/api/v1";
    }
}
