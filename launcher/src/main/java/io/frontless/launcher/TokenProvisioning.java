package io.frontless.launcher;

import io.frontless.vault.hsm.KeyCeremony;
import io.frontless.vault.hsm.SoftHsm;
import io.frontless.vault.hsm.SoftToken;
import io.frontless.vault.hsm.TokenException;
import io.frontless.vault.hsm.TokenSettings;
import java.nio.file.Path;

/** Sees to it that the PKCS#11 token with the root key is there before anything in this process opens it. */
final class TokenProvisioning {
    static final String LABEL = "frontless";

    private final SoftHsm softHsm;
    private final DataDirectory data;
    private final Secrets secrets;

    /** Looks for the library on the system, then in the directory where its packages may have been unpacked. */
    TokenProvisioning(Path unpacked, DataDirectory data, Secrets secrets) {
        this.softHsm = SoftHsm.find(unpacked)
                .orElseThrow(
                        () -> new StartFailure("The PKCS#11 library libsofthsm2.so and its program softhsm2-util are"
                                + " neither on this system nor in " + unpacked + "; install the package softhsm2."));
        this.data = data;
        this.secrets = secrets;
    }

    /** Answers what was done, in one line. */
    String provide(boolean newSigningKey) {
        var settings = new TokenSettings(softHsm.library(), LABEL, secrets.file(Secret.TOKEN_PIN));
        var ceremony = new KeyCeremony(
                softHsm, new SoftToken(data.resolve("token")), settings, secrets.file(Secret.TOKEN_SO_PIN));
        try {
            return (newSigningKey ? ceremony.withNewSigningKey() : ceremony).perform();
        } catch (TokenException e) {
            throw new StartFailure("The PKCS#11 token cannot be used: " + e.getMessage(), e);
        }
    }

    /** The library that the application opens. */
    Path library() {
        return softHsm.library();
    }
}
