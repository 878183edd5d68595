package io.frontless.vault.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the token that follows another in a session: HMAC-SHA-256 (RFC 2104) over a random nonce and the token before, so that all requests that
 * come with one token get the same successor, and no successor is ever stored. Who reads the database lacks the key, and who has the token the nonce.
 * The key is a file, not the vault's: who is signed in is served with the token away, too.
 */
@ApplicationScoped
public class SessionSuccession {

    private static final String SETTING = "frontless.vault.session-key-file";
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "session token".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable SecretKeySpec key;

    /** For the container's proxy. */
    protected SessionSuccession() {
        key = null;
    }

    @Inject
    public SessionSuccession(@ConfigProperty(name = SETTING) String keyFile) {
        key = new SecretKeySpec(SecretFile.read(SETTING, Path.of(keyFile)), ALGORITHM);
    }

    /** The token that follows, in base64url. */
    public String of(String token, String nonce) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            mac.update(nonce.getBytes(StandardCharsets.US_ASCII));
            byte[] next = mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(next);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }
}
