package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements on the connection of the present transaction: for what is read and written by the thousand, with arrays as parameters, and for what is
 * so frequent that the provider's own work would be most of it. They do not see changes of managed entities that were not flushed.
 */
@Dependent
public class Statements {

    private final EntityManager manager;

    @Inject
    public Statements(EntityManager manager) {
        this.manager = manager;
    }

    /** Makes a value of one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads the row that the result stands on. */
        T read(ResultSet row) throws SQLException;
    }

    /** An array parameter; {@code type} is PostgreSQL's name of its elements. */
    public record Array(String type, List<? extends @Nullable Object> values) {

        /** Of identifiers. */
        public static Array ids(List<UUID> ids) {
            return new Array("uuid", ids);
        }

        /** Of texts, null among them. */
        public static Array texts(List<? extends @Nullable String> texts) {
            return new Array("text", texts);
        }

        /** Of whole numbers, null among them. */
        public static Array numbers(List<? extends @Nullable Long> numbers) {
            return new Array("bigint", numbers);
        }
    }

    /** Changes that are sent together. */
    public static final class Batch {
        private final List<String> statements = new ArrayList<>();
        private final List<@Nullable Object> parameters = new ArrayList<>();

        /** Adds one; parameters stand as {@code ?} in order. */
        public void add(String sql, @Nullable Object... values) {
            statements.add(sql);
            for (Object value : values) {
                parameters.add(value);
            }
        }
    }

    /** Runs the changes of a batch in their order, by one round trip; the first that fails ends the transaction. */
    public void send(Batch batch) {
        if (batch.statements.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = prepare(String.join("; ", batch.statements), batch.parameters.toArray())) {
            statement.execute();
        } catch (SQLException e) {
            throw new StatementFailure(e);
        }
    }

    /** Runs a change and answers how many rows it touched; parameters stand as {@code ?} in order. */
    public int change(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StatementFailure(e);
        }
    }

    /** The rows of a query. */
    public <T> List<T> read(RowReader<T> reader, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new StatementFailure(e);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        Connection connection = manager.unwrap(Connection.class);
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            Object value = parameters[index];
            statement.setObject(
                    index + 1,
                    value instanceof Array array
                            ? connection.createArrayOf(
                                    array.type(), array.values().toArray())
                            : value);
        }
        return statement;
    }
}
