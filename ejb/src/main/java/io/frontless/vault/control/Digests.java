package io.frontless.vault.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) for plan hashes and stored tokens, and the tokens themselves. */
public final class Digests {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private Digests() {}

    /** The hash of a text's UTF-8 bytes. */
    public static byte[] sha256(String text) {
        return newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** The same in hexadecimal. */
    public static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** A hash over texts that come one after the other. */
    public static Running running() {
        return new Running();
    }

    /** See {@link #running}. */
    public static final class Running {
        private final MessageDigest digest = newDigest();

        private Running() {}

        /** Adds a text's UTF-8 bytes. */
        public Running add(String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /** The hash of everything added, in hexadecimal; only to be asked once. */
        public String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /** A new token of 256 random bits, in base64url. */
    public static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
