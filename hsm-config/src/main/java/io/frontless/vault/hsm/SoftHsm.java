package io.frontless.vault.hsm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * SoftHSM 2 as installed, or as its packages were unpacked into a directory: the library and its program.
 * An unpacked program needs no LD_LIBRARY_PATH, as it is told its library and both need only the system's OpenSSL 3.
 */
public record SoftHsm(Path library, Path program) {

    private static final Path PROGRAM = Path.of("usr/bin/softhsm2-util");
    private static final Path LIBRARY = Path.of("softhsm/libsofthsm2.so");

    public SoftHsm {
        if (!library.isAbsolute() || !program.isAbsolute()) {
            throw new IllegalArgumentException("expected absolute paths, found " + library + " and " + program);
        }
    }

    /** Looks into the system first, which gets its security updates, then where the packages may have been unpacked. */
    public static Optional<SoftHsm> find(Path unpacked) {
        return List.of(Path.of("/"), unpacked.toAbsolutePath().normalize()).stream()
                .flatMap(root -> under(root).stream())
                .findFirst();
    }

    static Optional<SoftHsm> under(Path root) {
        Path program = root.resolve(PROGRAM);
        return Files.isExecutable(program)
                ? library(root.resolve("usr/lib")).map(library -> new SoftHsm(library, program))
                : Optional.empty();
    }

    /** Debian keeps it in {@code usr/lib/softhsm} and, by architecture, in {@code usr/lib/<triplet>/softhsm}. */
    private static Optional<Path> library(Path lib) {
        Path common = lib.resolve(LIBRARY);
        if (Files.isRegularFile(common)) {
            return Optional.of(common);
        }
        try (DirectoryStream<Path> triplets = Files.newDirectoryStream(lib, "*-linux-gnu*")) {
            for (Path triplet : triplets) {
                if (Files.isRegularFile(triplet.resolve(LIBRARY))) {
                    return Optional.of(triplet.resolve(LIBRARY));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
