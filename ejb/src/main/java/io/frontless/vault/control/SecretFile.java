package io.frontless.vault.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Reads an installation's own secret from a file of hexadecimal digits, such as the installer makes. */
final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /** 32 bytes; anything else stops the start with the file's setting named. */
    static byte[] read(String setting, Path file) {
        try {
            byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length != BYTES) {
                throw new IllegalStateException(setting + ": expected " + BYTES + " bytes in hexadecimal");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(setting + ": the file cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(setting + ": expected hexadecimal digits", e);
        }
    }
}
