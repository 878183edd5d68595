package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;

/** One client with a connection of its own, which it keeps over all rounds. */
interface Worker extends AutoCloseable {

    /** Does the thing once; a failure ends the benchmark. */
    void once() throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;

    /** Makes workers, numbered from 0. */
    @FunctionalInterface
    interface Maker {
        Worker make(int number) throws IOException, SQLException;
    }
}
