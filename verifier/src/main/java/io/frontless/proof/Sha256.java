package io.frontless.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) over bytes that come one after the other. Used by one thread at a time. */
public final class Sha256 {

    /** Bytes of a hash. */
    static final int BYTES = 32;

    private static final int BUFFER = 65_536;

    private final MessageDigest digest;

    /** The hash of a file, in hexadecimal. */
    public static String ofFile(Path file) throws IOException {
        Sha256 hash = new Sha256();
        byte[] some = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                hash.digest.update(some, 0, read);
            }
        }
        return HexFormat.of().formatHex(hash.end());
    }

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    Sha256 add(int oneByte) {
        digest.update((byte) oneByte);
        return this;
    }

    Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of all that was added; the next one begins empty. */
    byte[] end() {
        return digest.digest();
    }
}
