package io.frontless.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Folders for what tests make, apart for each process of tests; they stay until the next run, for whoever has to find out what happened. */
public final class Workplace {
    private static final Path PARENT = Path.of(
            Objects.requireNonNull(System.getProperty("frontless.workplace"), "the build sets frontless.workplace"));

    private Workplace() {}

    /** An empty folder of this name in the build directory; what an earlier run left in it is gone. */
    public static Path create(String name) {
        Path folder = PARENT.resolve(name);
        try {
            if (Files.exists(folder)) {
                delete(folder);
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
