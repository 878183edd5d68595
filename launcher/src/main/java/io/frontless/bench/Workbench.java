package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;

/** What a benchmark works with: the running product, its database, somebody who has signed in, and how long and how much. */
record Workbench(BenchedProduct product, BenchDatabase database, Person person, BenchOptions options, WarmUp warmUp) {

    /** A full size, or a tenth of it for a quick look. */
    int size(int full) {
        return options.small() ? full / 10 : full;
    }

    /** Rounds of the usual length. */
    Duel duel() {
        return new Duel(options.rounds(), options.warmUp(), options.round());
    }

    /** To be called before requests are measured; takes its time once. */
    void settle() throws IOException, SQLException {
        warmUp.once(this);
    }

    /** Tells the person at the console what is going on. */
    void say(String line) {
        System.out.println("  " + line);
    }
}
