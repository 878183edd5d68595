package io.frontless.vault.control;

import io.frontless.vault.hsm.HsmMake;
import io.frontless.vault.hsm.PinSource;
import io.frontless.vault.hsm.RootMechanism;
import io.frontless.vault.hsm.TokenSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Which token the vault opens, and how; docs/hsm.md explains each setting. A missing one stops the start with its name. */
@Dependent
public class TokenConfig {

    static final String MAKE_DEFAULT = "softhsm2";
    static final String MECHANISM_DEFAULT = "aes-gcm";

    private final Config config;

    @Inject
    public TokenConfig(Config config) {
        this.config = config;
    }

    /** The settings, checked as far as that goes without the token. */
    TokenSettings settings() {
        return new TokenSettings(
                Path.of(config.getValue("frontless.vault.library", String.class)),
                config.getValue("frontless.vault.token-label", String.class),
                PinSource.of(optional("frontless.vault.pin-file"), optional("frontless.vault.pin-variable")),
                HsmMake.of(optional("frontless.vault.hsm").orElse(MAKE_DEFAULT)),
                RootMechanism.of(optional("frontless.vault.root-mechanism").orElse(MECHANISM_DEFAULT)));
    }

    private Optional<String> optional(String name) {
        return config.getOptionalValue(name, String.class);
    }
}
