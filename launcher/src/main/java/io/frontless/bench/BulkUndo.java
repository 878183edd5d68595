package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One change of many records taken back, against the making of it: both proposed and executed over REST, as a person does. */
final class BulkUndo implements Benchmark {
    private static final int RECORDS = 10_000;

    @Override
    public String name() {
        return "bulk-undo";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        Invoices invoices = Invoices.in(bench, bench.size(RECORDS));
        List<Double> undone = new ArrayList<>();
        List<Double> done = new ArrayList<>();
        for (int round = 0; round <= bench.options().rounds(); round++) {
            Stopwatch watch = new Stopwatch();
            String plan = bench.person().propose(invoices.workspaceId(), change(round));
            bench.person().execute(invoices.workspaceId(), plan);
            double doneS = watch.lapS();
            bench.person().execute(invoices.workspaceId(), bench.person().proposeUndo(invoices.workspaceId(), plan));
            double undoneS = watch.lapS();
            bench.say(String.format(
                    Locale.ROOT,
                    "%s of %,d records, round %d: done in %.2f s, undone in %.2f s",
                    name(),
                    invoices.count(),
                    round,
                    doneS,
                    undoneS));
            // The first is for the compilers.
            if (round > 0) {
                done.add(doneS);
                undone.add(undoneS);
            }
        }
        Stopwatch.Lap undo = Stopwatch.median(undone);
        return List.of(new Measurement(
                name(), undo.p50Ms(), Stopwatch.median(done).p50Ms(), "ms (p50)", 1, undo.p50Ms(), undo.longestMs()));
    }

    private static String change(int round) {
        return "[{\"op\": \"bulk.apply\", \"params\": {\"entity\": \"invoice\", \"filter\": {\"field\": \"amount\", \"op\": \"ge\","
                + " \"value\": 0}, \"set\": {\"client\": \"Round " + round + "\"}}}]";
    }
}
