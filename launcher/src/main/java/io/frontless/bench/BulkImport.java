package io.frontless.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A staged file of records committed with their events, against the same rows (records, typed values, words and events) inserted by bare JDBC. What a
 * person waits for before, the staging and the preview, is told as well.
 */
final class BulkImport implements Benchmark {
    private static final int RECORDS = 100_000;
    private static final String ENTITY = "Invoice";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        int count = bench.size(RECORDS);
        byte[] file = file(count);
        List<Double> products = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round <= bench.options().rounds(); round++) {
            String workspaceId = bench.person().found("Import " + round);
            Stopwatch watch = new Stopwatch();
            String plan = bench.person().stage(workspaceId, ENTITY, file);
            double stagedS = watch.lapS();
            bench.person().execute(workspaceId, plan);
            double productS = watch.lapS();
            String empty = bench.person().found("Bare import " + round);
            double limitS = BareImport.of(bench.database(), workspaceId).into(empty);
            bench.say(String.format(
                    Locale.ROOT,
                    "%s of %,d records, round %d: staged and previewed in %.1f s, committed in %.1f s, bare in %.1f s",
                    name(),
                    count,
                    round,
                    stagedS,
                    productS,
                    limitS));
            // The first is for the compilers.
            if (round > 0) {
                products.add(productS);
                limits.add(limitS);
            }
        }
        Stopwatch.Lap product = Stopwatch.median(products);
        return List.of(new Measurement(
                name(),
                count / product.seconds(),
                count / Stopwatch.median(limits).seconds(),
                "records/s",
                1,
                product.p50Ms(),
                product.longestMs()));
    }

    private static byte[] file(int count) {
        StringBuilder csv = new StringBuilder("Number,Client,Amount,Status,Due date\n");
        for (int n = 1; n <= count; n++) {
            csv.append(String.format(Locale.ROOT, "INV-%07d,Client %d,", n, n % 1000))
                    .append(BigDecimal.valueOf(n % 99_730, 2))
                    .append(n % 10 == 0 ? ",pending," : ",paid,")
                    .append(String.format(Locale.ROOT, "2026-%02d-%02d%n", n % 12 + 1, n % 28 + 1));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
