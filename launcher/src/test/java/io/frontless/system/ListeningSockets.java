package io.frontless.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Linux knows of the TCP ports that a process listens on. */
final class ListeningSockets {
    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    /** The ports, in order. */
    static List<Integer> ofProcess(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            Set<String> sockets = open.map(ListeningSockets::target)
                    .filter(name -> name.startsWith("socket:["))
                    .map(name -> name.substring("socket:[".length(), name.length() - 1))
                    .collect(Collectors.toSet());
            return Stream.of("tcp", "tcp6")
                    .flatMap(table -> lines(process.resolve("net").resolve(table)))
                    .map(line -> line.strip().split("\\s+"))
                    .filter(row -> row[STATE].equals(LISTEN) && sockets.contains(row[INODE]))
                    .map(row -> Integer.valueOf(row[ADDRESS].substring(row[ADDRESS].indexOf(':') + 1), 16))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a descriptor that was closed in between. */
    private static String target(Path descriptor) {
        try {
            return Objects.toString(Files.readSymbolicLink(descriptor));
        } catch (IOException e) {
            return "";
        }
    }
}
