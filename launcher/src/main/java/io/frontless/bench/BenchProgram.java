package io.frontless.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The program: starts the product on data of its own, measures, prints the table, writes the files, leaves nothing behind. */
public final class BenchProgram {
    /** Every line that there is, in the order of the table. */
    private static final List<Benchmark> ALL = List.of(
            new Authentication(),
            new AuditedUpdate(),
            new TenantContext(),
            new BulkImport(),
            new RecordList(),
            new LogGrowth(),
            new AsOf(),
            new BulkUndo(),
            new VaultOpen(),
            new RootRotation(),
            new SealedLog());

    private BenchProgram() {}

    /** Exits with 1 and a reason when something cannot be measured. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.contains("--help") || words.contains("help")) {
            System.out.println(BenchOptions.HELP + "\nThere are: " + String.join(", ", names()));
            return;
        }
        BenchOptions options = BenchOptions.parse(words);
        for (String name : options.names()) {
            if (!names().contains(name)) {
                System.out.println("Unknown benchmark " + name + "; there are: " + String.join(", ", names()));
                System.exit(1);
            }
        }
        Path home = Path.of(System.getProperty("frontless.home", ".")).toAbsolutePath();
        Path folder = Files.createTempDirectory("frontless-bench");
        try {
            run(home, folder, options);
        } finally {
            delete(folder);
        }
    }

    private static void run(Path home, Path folder, BenchOptions options)
            throws IOException, InterruptedException, SQLException {
        System.out.println("Starting the product ...");
        try (BenchedProduct product = BenchedProduct.start(home, folder)) {
            BenchDatabase database = new BenchDatabase(product.data());
            Workbench bench =
                    new Workbench(product, database, Person.register(product, database), options, new WarmUp());
            List<Measurement> lines = new ArrayList<>();
            for (Benchmark benchmark : ALL) {
                if (options.names().isEmpty() || options.names().contains(benchmark.name())) {
                    lines.addAll(benchmark.measure(bench));
                    // After each, so that a run that is broken off leaves what it had.
                    Report.write(options.out(), lines, Machine.describe(bench, home));
                }
            }
            System.out.println(Report.table(lines));
            System.out.println("Written: " + options.out().resolve("bench.json"));
        }
    }

    private static List<String> names() {
        return ALL.stream().map(Benchmark::name).toList();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
