package io.frontless.vault.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords: bcrypt of cost 10 over the base64 of an HMAC-SHA-384 keyed with the installation's pepper. The HMAC gives bcrypt 64
 * characters whatever the password's length, since bcrypt silently ignores what follows its 72nd byte.
 */
@ApplicationScoped
public class Passwords {

    private static final String ALGORITHM = "HmacSHA384";
    private static final int COST = 10;

    /** What an unknown account's password is compared with, so that it takes as long as a known one's. */
    private static final String NOBODY = "$2y$10$abcdefghijklmnopqrstuuHpUYzQ0JrBhcYW0ZLtvYxFQxNTOQyDe";

    private final @Nullable SecretKeySpec pepper;

    /** For the container's proxy. */
    protected Passwords() {
        pepper = null;
    }

    @Inject
    public Passwords(VaultConfig config) {
        pepper = new SecretKeySpec(SecretFile.read("frontless.vault.pepper-file", config.pepperFile()), ALGORITHM);
    }

    /** A hash to store, with a salt of its own. */
    public String hash(String password) {
        return OpenBSDBCrypt.generate(keyed(password), Salts.next(), COST);
    }

    /** Whether the password is the hash's; takes the same time where there is no hash. */
    public boolean matches(String password, @Nullable String hash) {
        boolean same = OpenBSDBCrypt.checkPassword(hash == null ? NOBODY : hash, keyed(password));
        return same && hash != null;
    }

    private char[] keyed(String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            byte[] text = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(text)).toCharArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }
}
