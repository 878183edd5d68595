package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Single statements for what every request asks before it is let in: each is a transaction of its own in one round trip, where the container's
 * would take three. For callers that are in no transaction. A context that such a statement sets ends with it.
 */
@Dependent
public class Lookups {

    private final DatabasePools pools;

    @Inject
    public Lookups(DatabasePools pools) {
        this.pools = pools;
    }

    /** The first row of a query in the shared database; parameters stand as {@code ?} in order. */
    public <T> Optional<T> first(Statements.RowReader<T> reader, String sql, @Nullable Object... parameters) {
        return firstIn(TransactionDatabase.SHARED, reader, sql, parameters);
    }

    /** The first row of a query in a database. */
    public <T> Optional<T> firstIn(
            String database, Statements.RowReader<T> reader, String sql, @Nullable Object... parameters) {
        return allIn(database, reader, sql, parameters).stream().findFirst();
    }

    /** The rows of a query in a database. */
    public <T> List<T> allIn(
            String database, Statements.RowReader<T> reader, String sql, @Nullable Object... parameters) {
        try (Connection connection = pools.connect(database);
                PreparedStatement statement = FreshStatement.of(connection, sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** What a function of the shared database answers that is asked by a short statement; nothing where it answers null. */
    public Optional<TextRow> ask(String sql, @Nullable Object... parameters) {
        return askIn(TransactionDatabase.SHARED, sql, parameters);
    }

    /** What a function of a database answers that is asked by a short statement; nothing where it answers null. */
    public Optional<TextRow> askIn(String database, String sql, @Nullable Object... parameters) {
        return firstIn(database, TextRow::of, sql, parameters).filter(row -> !row.isEmpty());
    }
}
