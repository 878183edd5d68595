package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Something the product does, measured beside its limit. */
interface Benchmark {

    /** By which it is asked for on the command line. */
    String name();

    /** Prepares what it needs in a workspace of its own, and measures. */
    List<Measurement> measure(Workbench bench) throws IOException, SQLException;
}
