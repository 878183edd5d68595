package io.frontless.vault.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords: bcrypt of cost 10 over the base64 of an HMAC-SHA-384 keyed with the installation's pepper. The HMAC gives bcrypt 64
 * characters whatever the password's length, since bcrypt silently ignores what follows its 72nd byte. Before a hash stands the version of its pepper, if it is
 * not the first. With the vault sealed all of it is UNAVAILABLE.
 */
@Dependent
public class Passwords {

    private static final String ALGORITHM = "HmacSHA384";
    private static final int COST = 10;
    private static final Pattern VERSIONED = Pattern.compile("([1-9][0-9]{0,3})(\\$.*)");

    /** What an unknown account's password is compared with, so that it takes as long as a known one's. */
    private static final String NOBODY = "$2y$10$abcdefghijklmnopqrstuuHpUYzQ0JrBhcYW0ZLtvYxFQxNTOQyDe";

    private final Peppers peppers;

    @Inject
    public Passwords(Peppers peppers) {
        this.peppers = peppers;
    }

    /** A hash to store, with a salt of its own, by the newest pepper. */
    public String hash(String password) {
        int version = peppers.newest();
        String hash = OpenBSDBCrypt.generate(keyed(password, version), Salts.next(), COST);
        return version == 1 ? hash : version + hash;
    }

    /** Whether the password is the hash's; takes the same time where there is no hash. */
    public boolean matches(String password, @Nullable String hash) {
        int newest = peppers.newest();
        int version = hash == null ? newest : versionOf(hash);
        boolean same = OpenBSDBCrypt.checkPassword(hash == null ? NOBODY : bcryptOf(hash), keyed(password, version));
        return same && hash != null;
    }

    /** Whether a hash was made by an older pepper, and should be made anew when its password is next seen. */
    public boolean isOutdated(String hash) {
        return versionOf(hash) != peppers.newest();
    }

    private static int versionOf(String hash) {
        Matcher versioned = VERSIONED.matcher(hash);
        return versioned.matches() ? Integer.parseInt(versioned.group(1)) : 1;
    }

    private static String bcryptOf(String hash) {
        Matcher versioned = VERSIONED.matcher(hash);
        return versioned.matches() ? versioned.group(2) : hash;
    }

    private char[] keyed(String password, int version) {
        byte[] text = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        try {
            return peppers.with(version, pepper -> keyed(text, pepper));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static char[] keyed(byte[] text, byte[] pepper) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(pepper, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text)).toCharArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }
}
