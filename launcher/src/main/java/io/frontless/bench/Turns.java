package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sentences said over REST in a workspace of 10,000 records, read by the planner inside: lists, counts, sums by groups and changes of one record, which are previewed. The limit is
 * what was promised for the 95th of a hundred.
 */
final class Turns implements Benchmark {
    private static final int RECORDS = 10_000;
    private static final double PROMISED_MS = 20;

    private static final List<String> SENTENCES = List.of(
            "show pending invoices over 5k",
            "how many invoices of Client %d are there",
            "total amount of invoices per status",
            "mark invoice %s as paid",
            "show invoice %s",
            "set the amount of %s to 12000");

    @Override
    public String name() {
        return "turn";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        Invoices invoices = Invoices.in(bench, bench.size(RECORDS));
        bench.say(name());
        Timing timing = bench.duel().alone(number -> new Speaker(bench.person(), invoices));
        return List.of(
                new Measurement(name(), timing.p95Ms(), PROMISED_MS, "ms (p95)", 1, timing.p50Ms(), timing.p99Ms()));
    }

    /** Says one kind of sentence after the other. */
    private static final class Speaker implements Worker {
        private final HttpsConnection connection;
        private final Invoices invoices;
        private int said;

        Speaker(Person person, Invoices invoices) {
            this.connection = person.connect();
            this.invoices = invoices;
        }

        @Override
        public void once() throws IOException {
            // A tenth of the invoices is pending, and stays so: nothing is confirmed.
            int pending = 10 * (ThreadLocalRandom.current().nextInt(invoices.count() / 10) + 1);
            String form = SENTENCES.get(said++ % SENTENCES.size());
            String sentence = form.replace("%s", String.format(Locale.ROOT, "INV-%07d", pending))
                    .replace("%d", Integer.toString(pending % 1000));
            String turn = connection.require(
                    "POST", "workspaces/" + invoices.workspaceId() + "/turns", "{\"text\": \"" + sentence + "\"}");
            if (turn.contains("\"kind\":\"refusal\"") || turn.contains("\"kind\":\"question\"")) {
                throw new IOException("“" + sentence + "” was not understood: " + turn);
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
