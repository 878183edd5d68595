package io.frontless.workspace.entity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * A statement that the server parses each time. The driver's prepared ones have names on their connection, under which SQL that got into an earlier
 * transaction could have put something else; so what decides who is let in, and what looks for such traces, is never one of them.
 */
final class FreshStatement {

    private FreshStatement() {}

    static PreparedStatement of(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }
}
