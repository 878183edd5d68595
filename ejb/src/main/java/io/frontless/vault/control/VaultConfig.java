package io.frontless.vault.control;

import io.frontless.vault.hsm.TokenLimits;
import io.frontless.vault.hsm.TokenSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The vault's settings. A missing one stops the start with its name. */
@Dependent
public class VaultConfig {

    static final String TIMEOUT_DEFAULT = "5000";

    private final TokenSettings token;
    private final int timeoutMs;
    private final Optional<String> pinRefused;
    private final String contextKeyFile;
    private final Optional<String> pepperFile;

    @Inject
    public VaultConfig(
            TokenConfig token,
            @ConfigProperty(name = "frontless.vault.token-timeout-ms", defaultValue = TIMEOUT_DEFAULT) int timeoutMs,
            @ConfigProperty(name = "frontless.vault.pin-refused") Optional<String> pinRefused,
            @ConfigProperty(name = "frontless.vault.context-key-file") String contextKeyFile,
            @ConfigProperty(name = "frontless.vault.pepper-file") Optional<String> pepperFile) {
        this.token = token.settings();
        this.timeoutMs = timeoutMs;
        this.pinRefused = pinRefused;
        this.contextKeyFile = contextKeyFile;
        this.pepperFile = pepperFile;
    }

    /** Which token holds the root key, and how it is opened. */
    public TokenSettings token() {
        return token;
    }

    /** How long the token may take for one use. */
    public TokenLimits limits() {
        return TokenLimits.DEFAULT.withTimeout(Duration.ofMillis(timeoutMs));
    }

    /** That the PIN was refused at the start already, in a sentence: it is not tried again. */
    public Optional<String> pinRefused() {
        return pinRefused;
    }

    /** The file of the key that makes workspace contexts. */
    public Path contextKeyFile() {
        return Path.of(contextKeyFile);
    }

    /** The setting that names a dedicated database's. */
    static String contextKeySetting(String database) {
        return "frontless.database." + database + ".context-key-file";
    }

    /** The file of the key that makes contexts for a dedicated database. */
    public Path contextKeyFile(String database) {
        return Path.of(ConfigProvider.getConfig().getValue(contextKeySetting(database), String.class));
    }

    /** Where an older installation has the pepper that passwords are keyed with; the first start takes it into the vault. */
    public Optional<Path> pepperFile() {
        return pepperFile.map(Path::of);
    }
}
