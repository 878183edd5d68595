package io.frontless.vault.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The vault's settings. A missing one stops the start with its name. */
@Dependent
public class VaultConfig {

    private final String library;
    private final String tokenLabel;
    private final String pinFile;
    private final String contextKeyFile;
    private final Optional<String> pepperFile;

    @Inject
    public VaultConfig(
            @ConfigProperty(name = "frontless.vault.library") String library,
            @ConfigProperty(name = "frontless.vault.token-label") String tokenLabel,
            @ConfigProperty(name = "frontless.vault.pin-file") String pinFile,
            @ConfigProperty(name = "frontless.vault.context-key-file") String contextKeyFile,
            @ConfigProperty(name = "frontless.vault.pepper-file") Optional<String> pepperFile) {
        this.library = library;
        this.tokenLabel = tokenLabel;
        this.pinFile = pinFile;
        this.contextKeyFile = contextKeyFile;
        this.pepperFile = pepperFile;
    }

    /** The PKCS#11 library. */
    public Path library() {
        return Path.of(library);
    }

    /** The label of the token that holds the root key. */
    public String tokenLabel() {
        return tokenLabel;
    }

    /** The file that holds the token's PIN. */
    public Path pinFile() {
        return Path.of(pinFile);
    }

    /** The file of the key that makes workspace contexts. */
    public Path contextKeyFile() {
        return Path.of(contextKeyFile);
    }

    /** Where an older installation has the pepper that passwords are keyed with; the first start takes it into the vault. */
    public Optional<Path> pepperFile() {
        return pepperFile.map(Path::of);
    }
}
