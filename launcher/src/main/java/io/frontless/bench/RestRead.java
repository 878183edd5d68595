package io.frontless.bench;

import java.io.IOException;
import java.util.function.Supplier;

/** Something read as a client of the product reads it. */
final class RestRead implements Worker {
    private final Supplier<String> path;
    private final String query;
    private final HttpsConnection connection;

    /** By a path. */
    RestRead(Person person, Supplier<String> path) {
        this(person, path, "");
    }

    /** By a query in JSON. */
    RestRead(Person person, String path, String query) {
        this(person, () -> path, query);
    }

    /** By a path, over a connection of anybody's. */
    RestRead(HttpsConnection connection, String path) {
        this(connection, () -> path, "");
    }

    private RestRead(Person person, Supplier<String> path, String query) {
        this(person.connect(), path, query);
    }

    private RestRead(HttpsConnection connection, Supplier<String> path, String query) {
        this.path = path;
        this.query = query;
        this.connection = connection;
    }

    @Override
    public void once() throws IOException {
        connection.require(query.isEmpty() ? "GET" : "POST", path.get(), query);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
