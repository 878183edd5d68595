package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One record changed over REST, with its event, against the same statements by bare JDBC; and pgbench, as information. */
final class AuditedUpdate implements Benchmark {
    private static final int RECORDS = 10_000;
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);

    @Override
    public String name() {
        return "audited-update";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        bench.settle();
        Invoices invoices = Invoices.in(bench, RECORDS);
        List<Measurement> lines = new ArrayList<>();
        for (int clients : CLIENTS) {
            bench.say(name() + " with " + clients + " clients");
            Duel.Outcome outcome = bench.duel()
                    .fight(
                            clients,
                            number -> new RestUpdate(bench, invoices),
                            number -> new BareUpdate(bench, invoices));
            Timing product = outcome.product();
            lines.add(new Measurement(
                    name(),
                    product.perSecond(),
                    outcome.limit().perSecond(),
                    "updates/s",
                    clients,
                    product.p50Ms(),
                    product.p99Ms()));
            bench.say("processor time of an update: " + processorTime(bench, invoices, clients));
            Pgbench.updatesPerSecond(bench, invoices, clients)
                    .ifPresent(number ->
                            bench.say("pgbench with the same statements, " + clients + " clients: " + number + "/s"));
        }
        bench.say("the product's JVM holds " + bench.product().residentMb() + " MB");
        return lines;
    }

    private static String processorTime(Workbench bench, Invoices invoices, int clients)
            throws IOException, SQLException {
        try (Crew crew = new Crew(clients, number -> new RestUpdate(bench, invoices))) {
            ProcessorTime before = ProcessorTime.of(bench.product());
            Timing timing = crew.work(bench.duel().round());
            double updates = timing.perSecond() * bench.options().seconds();
            return ProcessorTime.of(bench.product()).perRequest(before, updates);
        }
    }
}
