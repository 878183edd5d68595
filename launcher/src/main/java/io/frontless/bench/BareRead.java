package io.frontless.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Queries, one after the other, by bare JDBC, as the application's role and over TLS, every column of every row read. */
final class BareRead implements Worker {
    private final Connection connection;
    private final List<PreparedStatement> queries = new ArrayList<>();

    BareRead(BenchDatabase database, String... texts) throws IOException, SQLException {
        connection = database.asApplication();
        for (String sql : texts) {
            queries.add(connection.prepareStatement(sql));
        }
    }

    @Override
    public void once() throws SQLException {
        for (PreparedStatement query : queries) {
            read(query);
        }
    }

    static void read(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
