package io.frontless.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One query by bare JDBC, as the application's role and over TLS, every column of every row read. */
final class BareRead implements Worker {
    private final Connection connection;
    private final PreparedStatement query;

    BareRead(BenchDatabase database, String sql) throws IOException, SQLException {
        connection = database.asApplication();
        query = connection.prepareStatement(sql);
    }

    @Override
    public void once() throws SQLException {
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
