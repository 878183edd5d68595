package io.frontless.system.inside;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;

/**
 * The database as the role that owns the tables: nothing but policies and triggers stand in its way. The application never
 * connects so; a test does, to tamper with what the application relies on.
 */
@Dependent
public class OwnerDatabase {
    private static final int PORT_LINE = 3;
    private static final String ENTER = """
            select set_config('frontless.workspace', ? || ':' ||
              encode(public.hmac(convert_to('workspace|' || ?, 'UTF8'), key, 'sha256'), 'hex'), true) from context_key
            """;

    /** Does it as the owner, inside a workspace, and commits. */
    public <T> T in(UUID workspaceId, WorkspaceDatabase.Work<T> work) {
        return outside(connection -> {
            WorkspaceDatabase.texts(connection, ENTER, workspaceId.toString(), workspaceId.toString());
            return work.with(connection);
        });
    }

    /** Does it as the owner, in no workspace, and commits. */
    public <T> T outside(WorkspaceDatabase.Work<T> work) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        // The server runs with the product's settings, of which this one lies in the data directory.
        Path data = Path.of(System.getProperty("frontless.mail.directory")).resolveSibling("");
        Properties properties = new Properties();
        properties.setProperty("user", "frontless_owner");
        properties.setProperty(
                "password", read(data.resolve("secrets/owner-password")).strip());
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", data.resolve("tls/ca.pem").toString());
        String port = read(data.resolve("postgres/postmaster.pid"))
                .lines()
                .skip(PORT_LINE)
                .findFirst()
                .orElseThrow();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/frontless", properties);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
