package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The directory of SoftHSM's tokens with the configuration that points to it. The library asks its own process for
 * the environment variable {@value #VARIABLE}, which therefore has to be set before this JVM starts.
 */
public record SoftToken(Path directory) {

    /** Names SoftHSM's configuration file. */
    public static final String VARIABLE = "SOFTHSM2_CONF";

    public SoftToken {
        directory = directory.toAbsolutePath().normalize();
        if (directory.toString().chars().anyMatch(c -> c == '#' || c == '=' || c < ' ')) {
            throw new IllegalArgumentException(
                    "SoftHSM cannot use a directory with # or = or a control character in its path: " + directory);
        }
    }

    public Path configuration() {
        return directory.resolve("softhsm2.conf");
    }

    /** Creates the directory, closed to others, and writes the configuration anew, as the directory may have moved. */
    public void prepare() {
        Path tokens = directory.resolve("tokens");
        try {
            Files.createDirectories(
                    tokens, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(configuration(), """
                    directories.tokendir = %s
                    objectstore.backend = file
                    slots.removable = false
                    log.level = ERROR
                    """.formatted(tokens));
        } catch (IOException e) {
            throw new UncheckedIOException("the token's directory " + directory + " cannot be prepared", e);
        }
    }

    /** Refuses an environment in which the library would silently use the tokens of somebody else. */
    public void requireIn(Map<String, String> environment) {
        String found = environment.getOrDefault(VARIABLE, "");
        if (!real(Path.of(found)).equals(real(configuration()))) {
            throw new TokenException(
                    Reason.UNAVAILABLE,
                    "expected the environment variable " + VARIABLE + "=" + configuration()
                            + " when Java starts, found " + (found.isEmpty() ? "none" : found));
        }
    }

    /** The same file may be named through a link; one that does not exist has only its name. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
