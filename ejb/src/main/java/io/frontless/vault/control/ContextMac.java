package io.frontless.vault.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes the MAC without which the database accepts no workspace context: HMAC-SHA-256 (RFC 2104) over setting and id. */
@ApplicationScoped
public class ContextMac {

    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable SecretKeySpec key;

    /** For the container's proxy. */
    protected ContextMac() {
        key = null;
    }

    @Inject
    public ContextMac(VaultConfig config) {
        key = new SecretKeySpec(
                SecretFile.read("frontless.vault.context-key-file", config.contextKeyFile()), ALGORITHM);
    }

    /** The MAC of an id under a setting, in hexadecimal. */
    public String of(String setting, UUID id) {
        return of(setting, id.toString());
    }

    /** The MAC of a text for a purpose, by which a function of the database knows that the application vouches for it. */
    public String of(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((purpose + "|" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }
}
