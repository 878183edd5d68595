package io.frontless.bench;

import java.io.IOException;
import java.util.function.Supplier;

/** Something read as a client of the product reads it. */
final class RestRead implements Worker {
    private final Supplier<String> path;
    private final HttpsConnection connection;

    RestRead(Person person, Supplier<String> path) {
        this.path = path;
        this.connection = person.connect();
    }

    @Override
    public void once() throws IOException {
        connection.require("GET", path.get(), "");
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
