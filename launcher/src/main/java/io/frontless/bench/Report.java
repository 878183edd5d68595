package io.frontless.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table for people, and the files for programs. */
final class Report {
    private Report() {}

    static String table(List<Measurement> lines) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-24s %8s %12s %12s  %-10s %7s %9s %9s%n",
                "name",
                "clients",
                "product",
                "limit",
                "unit",
                "ratio",
                "p50 ms",
                "p99 ms"));
        for (Measurement line : lines) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-24s %8d %12.2f %12.2f  %-10s %7.2f %9.2f %9.2f%n",
                    line.name(),
                    line.clients(),
                    line.product(),
                    line.limit(),
                    line.unit(),
                    line.ratio(),
                    line.p50Ms(),
                    line.p99Ms()));
        }
        return table.toString();
    }

    /** Writes {@code bench.json}, a list, and {@code bench-machine.json}, an object. */
    static void write(Path folder, List<Measurement> lines, Map<String, String> machine) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("bench.json"),
                lines.stream().map(Report::json).collect(Collectors.joining(",\n ", "[", "]\n")));
        Files.writeString(
                folder.resolve("bench-machine.json"),
                machine.entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                        .collect(Collectors.joining(",\n ", "{", "}\n")));
    }

    static String json(Measurement line) {
        return String.format(
                Locale.ROOT,
                "{\"name\": %s, \"product\": %.3f, \"limit\": %.3f, \"unit\": %s, \"ratio\": %.4f, \"clients\": %d,"
                        + " \"p50Ms\": %.3f, \"p99Ms\": %.3f}",
                quoted(line.name()),
                line.product(),
                line.limit(),
                quoted(line.unit()),
                line.ratio(),
                line.clients(),
                line.p50Ms(),
                line.p99Ms());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
