package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;

/**
 * Requests of the usual kind until the just-in-time compilers have done most of their work, which takes them more than a minute under load: until then they
 * use half a processor that the product would otherwise have. Done once in a run, before the first line that measures requests.
 */
final class WarmUp {
    private static final int RECORDS = 1_000;
    private static final int CLIENTS = 16;

    private boolean done;

    void once(Workbench bench) throws IOException, SQLException {
        if (done) {
            return;
        }
        done = true;
        Invoices invoices = Invoices.in(bench, RECORDS);
        bench.say("warming up");
        try (Crew crew = new Crew(CLIENTS, number -> new RestUpdate(bench, invoices))) {
            var unused = crew.work(bench.options().settling());
        }
    }
}
