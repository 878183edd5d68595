package io.frontless.workspace.entity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Single statements for what every request asks before it is let in: each is a transaction of its own in one round trip, where the container's
 * would take three. For callers that are in no transaction. A context that such a statement sets ends with it.
 */
@Dependent
public class Lookups {

    @Resource(lookup = "jdbc/frontless")
    private @Nullable DataSource dataSource;

    /** The first row of a query; parameters stand as {@code ?} in order. */
    public <T> Optional<T> first(Statements.RowReader<T> reader, String sql, @Nullable Object... parameters) {
        if (dataSource == null) {
            throw new IllegalStateException("the container gave no data source");
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = FreshStatement.of(connection, sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** What a function answers that is asked by a short statement; nothing where it answers null. */
    public Optional<TextRow> ask(String sql, @Nullable Object... parameters) {
        return first(TextRow::of, sql, parameters).filter(row -> !row.isEmpty());
    }
}
