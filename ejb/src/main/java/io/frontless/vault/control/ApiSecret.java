package io.frontless.vault.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret of an API key: {@code flk_}, 256 random bits and their CRC-32, in hexadecimal. Prefix and checksum are for scanners that look for
 * secrets where none should be, and spare a look-up for what was mistyped. It has no text form but {@link #text}.
 */
public final class ApiSecret {

    private static final String PREFIX = "flk_";
    private static final int BYTES = 32;
    private static final int HINT_CHARS = PREFIX.length() + 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{" + 2 * BYTES + "}[0-9a-f]{8}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private ApiSecret(String text) {
        this.text = text;
    }

    /** A new one. */
    public static ApiSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String body = PREFIX + HexFormat.of().formatHex(bytes);
        return new ApiSecret(body + checksum(body));
    }

    /** What somebody sends as one; nothing where it cannot be one. */
    public static Optional<ApiSecret> parse(String text) {
        boolean fits =
                FORM.matcher(text).matches() && text.endsWith(checksum(text.substring(0, PREFIX.length() + 2 * BYTES)));
        return fits ? Optional.of(new ApiSecret(text)) : Optional.empty();
    }

    /** The secret itself, for the one answer that tells it. */
    public String text() {
        return text;
    }

    /** Its beginning, by which people tell keys apart. */
    public String hint() {
        return text.substring(0, HINT_CHARS);
    }

    /** What is stored of it. */
    public byte[] hash() {
        return Digests.sha256(text);
    }

    /** Whether this is the secret of a stored hash, in hexadecimal; takes the same time wherever they differ. */
    public boolean matches(String hash) {
        return MessageDigest.isEqual(hash(), HexFormat.of().parseHex(hash));
    }

    @Override
    public String toString() {
        return hint() + "…";
    }

    private static String checksum(String body) {
        CRC32 checksum = new CRC32();
        checksum.update(body.getBytes(StandardCharsets.US_ASCII));
        return String.format("%08x", checksum.getValue());
    }
}
