package io.frontless.placement.entity;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections as the role that owns the tables, each for one move and never from a pool. */
@Dependent
public class OwnerConnections {

    private static final String OWNER = "frontless_owner";
    private static final int CONNECT_S_MAX = 5;

    /** A database and the owner's password for it. */
    public record Way(String url, Path passwordFile) {}

    /** A new one, in no workspace; it commits nothing by itself. */
    public Connection open(Way way) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(way.url());
        source.setUser(OWNER);
        source.setPassword(password(way.passwordFile()));
        source.setApplicationName("frontless mover");
        source.setConnectTimeout(CONNECT_S_MAX);
        source.setTcpKeepAlive(true);
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Has the present transaction of a connection work in a workspace; {@code context} is one for that database. */
    public static void enter(Connection connection, String context) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('frontless.workspace', ?, true)")) {
            statement.setString(1, context);
            statement.execute();
        }
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the owner's password cannot be read", e);
        }
    }
}
