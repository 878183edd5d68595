package io.frontless.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On what the numbers were made: they mean nothing without it. */
final class Machine {
    private Machine() {}

    static Map<String, String> describe(Workbench bench, Path home) throws IOException, SQLException {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("measuredAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        machine.put("processor", first("/proc/cpuinfo", "model name"));
        machine.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put("memory", first("/proc/meminfo", "MemTotal"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", Runtime.version().toString());
        machine.put("jvmOptions", options(home.resolve("conf/jvm.options")));
        machine.put("postgresql", bench.database().text("show server_version"));
        machine.put("product", version());
        machine.put("residentMb", Long.toString(bench.product().residentMb()));
        machine.put("sizes", bench.options().small() ? "small" : "full");
        machine.put(
                "rounds", bench.options().rounds() + " of " + bench.options().seconds() + " s");
        return machine;
    }

    private static String version() {
        String version = Machine.class.getPackage().getImplementationVersion();
        return version == null ? "unversioned build" : version;
    }

    private static String options(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("-X")).collect(Collectors.joining(" "));
        }
    }

    private static String first(String file, String name) throws IOException {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
