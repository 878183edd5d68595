package io.frontless.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The product as it was built, ready to be started from its directory. */
public record Distribution(Path home) {
    private static final List<String> PARTS = List.of("bin", "conf", "lib", "postgres", "runtime");

    /** The one that this build has made. */
    public static Distribution built() {
        return new Distribution(Path.of(Objects.requireNonNull(
                System.getProperty("frontless.distribution"), "the build sets frontless.distribution")));
    }

    /** The start script. */
    public Path program() {
        return home.resolve("bin/frontless");
    }

    /** The application that is deployed at the start. */
    public Path application() {
        return home.resolve("apps/frontless.ear");
    }

    /** The same product in a new folder, but with another application. */
    public Distribution with(Path application, Path folder) {
        var other = new Distribution(folder.toAbsolutePath());
        try {
            Files.createDirectories(other.application().getParent());
            for (String part : PARTS) {
                Files.createSymbolicLink(folder.resolve(part), home.resolve(part));
            }
            Files.copy(application, other.application());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return other;
    }
}
