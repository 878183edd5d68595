package io.frontless.system.inside;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * All that a text of SQL told whoever ran it.
 *
 * @param state empty, or the SQLSTATE of the statement that failed
 * @param lines values, counts, notices, and each part of an error
 */
record Told(String state, List<String> lines) {

    /** Runs a text of any number of statements and commits, as far as that is possible. */
    static Told by(Connection connection, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() >= 0) {
                read(statement, rows, lines);
                rows = statement.getMoreResults();
            }
            warnings(statement.getWarnings(), lines);
            connection.commit();
            return new Told("", lines);
        } catch (SQLException e) {
            connection.rollback();
            lines.addAll(parts(e));
            return new Told(String.valueOf(e.getSQLState()), lines);
        }
    }

    /** The same with one thing in place of others, in order to compare what was told of each. */
    Told with(String in, String... places) {
        return new Told(
                state,
                lines.stream()
                        .map(line -> {
                            String anonymous = line;
                            for (String place : places) {
                                anonymous = anonymous.replace(place, in);
                            }
                            return anonymous;
                        })
                        .toList());
    }

    private static void read(Statement statement, boolean rows, List<String> lines) throws SQLException {
        if (!rows) {
            lines.add(statement.getUpdateCount() + " rows");
            return;
        }
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    lines.add(String.valueOf(result.getString(column)));
                }
            }
        }
    }

    private static void warnings(SQLWarning first, List<String> lines) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            lines.addAll(parts(warning));
        }
    }

    private static List<String> parts(SQLException e) {
        ServerErrorMessage told = e instanceof PSQLException answer ? answer.getServerErrorMessage() : null;
        if (told == null) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return Stream.of(
                        told.getMessage(),
                        told.getDetail(),
                        told.getHint(),
                        told.getWhere(),
                        told.getSchema(),
                        told.getTable(),
                        told.getColumn(),
                        told.getConstraint(),
                        told.getInternalQuery())
                .filter(Objects::nonNull)
                .toList();
    }
}
