package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Product and limit by turns, so that whatever else the machine does hits both alike. */
record Duel(int rounds, Duration warmUp, Duration round) {

    /** The medians of both. */
    record Outcome(Timing product, Timing limit) {}

    /** The product's medians where there is nothing to compare within the same moment; one client. */
    Timing alone(Worker.Maker product) throws IOException, SQLException {
        List<Timing> timings = new ArrayList<>();
        try (Crew crew = new Crew(1, product)) {
            var unused = crew.work(warmUp);
            for (int turn = 0; turn < rounds; turn++) {
                timings.add(crew.work(round));
            }
        }
        return Timing.median(timings);
    }

    Outcome fight(int clients, Worker.Maker product, Worker.Maker limit) throws IOException, SQLException {
        List<Timing> products = new ArrayList<>();
        List<Timing> limits = new ArrayList<>();
        try (Crew ours = new Crew(clients, product);
                Crew bare = new Crew(clients, limit)) {
            var unused = bare.work(warmUp.dividedBy(3));
            unused = ours.work(warmUp);
            for (int turn = 0; turn < rounds; turn++) {
                limits.add(bare.work(round));
                products.add(ours.work(round));
            }
        }
        return new Outcome(Timing.median(products), Timing.median(limits));
    }
}
