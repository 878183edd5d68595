package io.frontless.launcher;

import io.frontless.vault.hsm.HsmMake;
import io.frontless.vault.hsm.KeyCeremony;
import io.frontless.vault.hsm.KeyCeremony.Readied;
import io.frontless.vault.hsm.PinSource;
import io.frontless.vault.hsm.RootMechanism;
import io.frontless.vault.hsm.SoftHsm;
import io.frontless.vault.hsm.SoftToken;
import io.frontless.vault.hsm.SoftTokenMaker;
import io.frontless.vault.hsm.TokenException;
import io.frontless.vault.hsm.TokenException.Reason;
import io.frontless.vault.hsm.TokenSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the PKCS#11 token with the root key is there before anything in this process opens it. Without settings that is a SoftHSM token
 * in the data directory; with {@code frontless.vault.library} it is somebody else's HSM, for which a ceremony has to have been held.
 */
final class TokenProvisioning implements AutoCloseable {
    static final String LABEL = "frontless";

    /** Where the key of contexts is handed to the migration and to the application. */
    private static final Secret CONTEXT_KEY = Secret.CONTEXT_KEY;

    private final Setting setting;
    private final DataDirectory data;
    private final Secrets secrets;
    private final TokenSettings settings;
    private final Optional<SoftTokenMaker> maker;

    /** Kept, as a login whose PIN was typed lasts only as long as this does. */
    private @Nullable Readied readied;

    /** Looks for SoftHSM on the system, then in the directory where its packages may have been unpacked, unless a library is configured. */
    TokenProvisioning(Path unpacked, DataDirectory data, Secrets secrets, boolean askPin) {
        this.setting = Setting.ofProcess();
        this.data = data;
        this.secrets = secrets;
        Optional<Path> library = setting.find("frontless.vault.library").map(Path::of);
        Optional<SoftHsm> softHsm = library.isPresent() ? Optional.empty() : Optional.of(softHsm(unpacked));
        try {
            this.settings = new TokenSettings(
                    library.orElseGet(() -> softHsm.orElseThrow().library()),
                    setting.find("frontless.vault.token-label").orElse(LABEL),
                    pin(askPin),
                    HsmMake.of(setting.find("frontless.vault.hsm").orElse("softhsm2")),
                    RootMechanism.of(
                            setting.find("frontless.vault.root-mechanism").orElse("aes-gcm")));
        } catch (IllegalArgumentException e) {
            throw new StartFailure("The token's settings are wrong: " + e.getMessage() + ".", e);
        }
        this.maker = softHsm.map(found -> new SoftTokenMaker(
                found, new SoftToken(data.resolve("token")), secrets.file(Secret.TOKEN_SO_PIN), !Files.exists(mark())));
    }

    /**
     * Answers what was done, in one line. A token that is gone, locked or refuses the PIN does not end the start, unless it is the first: the vault
     * is sealed then, and the rest serves.
     */
    String provide(boolean newSigningKey, boolean newContextKey) {
        KeyCeremony ceremony = newSigningKey ? ceremony().withNewSigningKey() : ceremony();
        ceremony = newContextKey ? ceremony.withNewMacKey() : ceremony;
        try {
            Readied now = ceremony.ready();
            readied = now;
            remember(now);
            return now.line();
        } catch (TokenException e) {
            if (endsTheStart(e.reason())) {
                throw new StartFailure("The PKCS#11 token cannot be used: " + e.message() + ".", e);
            }
            if (e.reason() == Reason.PIN_WRONG || e.reason() == Reason.PIN_LOCKED) {
                System.setProperty("frontless.vault.pin-refused", e.message());
            }
            return "cannot be used, so the vault is sealed and the rest serves: " + e.message();
        }
    }

    /** The ceremony for this installation's token. */
    KeyCeremony ceremony() {
        return maker.map(each -> new KeyCeremony(settings, each)).orElseGet(() -> new KeyCeremony(settings));
    }

    /** After a ceremony or a start: which token it was, so that none is made in its place, and its key of contexts. */
    private void remember(Readied now) {
        byte[] contextKey = now.contextKey();
        try {
            secrets.replace(CONTEXT_KEY, contextKey);
            if (!Files.exists(mark())) {
                PrivateFile.write(mark(), (now.serial() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new StartFailure("The file " + mark() + " cannot be written: " + e.getMessage(), e);
        } finally {
            Arrays.fill(contextKey, (byte) 0);
        }
    }

    /** What a person has to put right in the configuration, and everything where there is no vault yet that could be sealed. */
    private boolean endsTheStart(Reason reason) {
        return reason == Reason.LIBRARY_MISSING || reason == Reason.MECHANISM_MISSING || !Files.exists(mark());
    }

    private Path mark() {
        return data.resolve("token-serial");
    }

    private PinSource pin(boolean askPin) {
        if (setting.find("frontless.vault.pin").isPresent()) {
            throw new StartFailure("frontless.vault.pin: a PIN is not a setting, for settings are shown and logged; set"
                    + " frontless.vault.pin-file or frontless.vault.pin-variable.");
        }
        if (askPin) {
            return new PinSource.Asked(TypedPin::ask);
        }
        Optional<PinSource> variable =
                setting.find("frontless.vault.pin-variable").map(PinSource.InVariable::new);
        return variable.orElseGet(() -> new PinSource.InFile(setting.find("frontless.vault.pin-file")
                .map(Path::of)
                .orElseGet(() -> secrets.file(Secret.TOKEN_PIN))));
    }

    private static SoftHsm softHsm(Path unpacked) {
        return SoftHsm.find(unpacked)
                .orElseThrow(
                        () -> new StartFailure("The PKCS#11 library libsofthsm2.so and its program softhsm2-util are"
                                + " neither on this system nor in " + unpacked + "; install the package softhsm2."));
    }

    /** The library that the application opens. */
    Path library() {
        return settings.library();
    }

    /** Logs out where the PIN was typed, after the application has stopped. */
    @Override
    public void close() {
        if (readied != null) {
            readied.close();
        }
    }
}
