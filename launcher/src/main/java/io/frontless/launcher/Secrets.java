package io.frontless.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The installation's own secrets, one per file, made at the first start and never shown. */
final class Secrets {
    private static final int BYTES = 32;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** Makes those that are missing, so that each has its file from the first start on. */
    void provide() {
        for (Secret secret : Secret.values()) {
            text(secret);
        }
    }

    /** The secret as text of 64 hexadecimal digits; made when missing. */
    String text(Secret secret) {
        Path file = file(secret);
        try {
            if (!Files.exists(file)) {
                byte[] value = new byte[BYTES];
                random.nextBytes(value);
                PrivateFile.write(file, HexFormat.of().formatHex(value).getBytes(StandardCharsets.US_ASCII));
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new StartFailure("The secret " + file + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    /** Puts other bytes into the place of a secret, unless they are the same; the caller zeroes them. */
    void replace(Secret secret, byte[] value) {
        Path file = file(secret);
        String text = HexFormat.of().formatHex(value);
        try {
            if (!text.equals(text(secret))) {
                PrivateFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new StartFailure("The secret " + file + " cannot be replaced: " + e.getMessage(), e);
        }
    }

    /** The 32 bytes of a secret. */
    byte[] bytes(Secret secret) {
        return HexFormat.of().parseHex(text(secret));
    }

    Path file(Secret secret) {
        return folder.resolve(secret.fileName());
    }
}
