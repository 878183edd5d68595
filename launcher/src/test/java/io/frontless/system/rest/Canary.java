package io.frontless.system.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A secret that is made of a seed: printable, and found nowhere by chance. */
final class Canary {
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int DIGIT_MASK = 31;

    private Canary() {}

    /** Its 32 bytes; whoever asks zeroes them. */
    static byte[] bytes(String seed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.US_ASCII));
            byte[] canary = new byte[digest.length];
            for (int index = 0; index < digest.length; index++) {
                canary[index] = (byte) DIGITS.charAt(digest[index] & DIGIT_MASK);
            }
            Arrays.fill(digest, (byte) 0);
            return canary;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The forms in which it could have been written down. */
    static List<byte[]> forms(String seed) {
        byte[] clear = bytes(seed);
        String text = new String(clear, StandardCharsets.US_ASCII);
        // Without its last characters, which depend on what follows.
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(clear, 30));
        return List.of(
                clear,
                text.getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(StandardCharsets.UTF_16BE),
                HexFormat.of().formatHex(clear).getBytes(StandardCharsets.US_ASCII),
                base64.getBytes(StandardCharsets.US_ASCII));
    }
}
