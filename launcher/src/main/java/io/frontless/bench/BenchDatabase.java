package io.frontless.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** The product's database, with the passwords of its own data directory and over TLS as the product itself goes. */
record BenchDatabase(Path data) {
    /** PostgreSQL's own format: the fourth line of this file is the port. */
    private static final int PORT_LINE = 3;

    private static final String WAIT_FOR_AUTOVACUUM = """
            do $$ begin
              while exists (select from pg_stat_activity where backend_type = 'autovacuum worker') loop
                perform pg_sleep(0.2);
                perform pg_stat_clear_snapshot();
              end loop;
            end $$
            """;

    private static final String CONTEXT = """
            select ? || ':' || encode(public.hmac(convert_to('workspace|' || ?, 'UTF8'), key, 'sha256'), 'hex')
            from frontless.context_key
            """;

    /** As the application: under row-level security, with the driver's settings of its pool. */
    Connection asApplication() throws IOException, SQLException {
        return connect("frontless_app", "app-password");
    }

    /** As the superuser, whom no policy binds: to fill tables. */
    Connection asAdministrator() throws IOException, SQLException {
        return connect("postgres", "admin-password");
    }

    /** What the application tells the database to work in a workspace. */
    String context(String workspaceId) throws IOException, SQLException {
        return text(CONTEXT, workspaceId, workspaceId);
    }

    /**
     * Lets tables that were filled come to rest, as those of a workspace in use are: vacuumed, with every row marked as visible to all. For that
     * the commits must be on disk and no automatic vacuum may hold an older view.
     */
    void settle(String... tables) throws IOException, SQLException {
        fill("checkpoint", WAIT_FOR_AUTOVACUUM);
        for (String table : tables) {
            fill("vacuum (analyze) " + table);
        }
    }

    /** Runs statements as the superuser, without waiting for the disk. */
    void fill(String... statements) throws IOException, SQLException {
        try (Connection connection = asAdministrator();
                var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("set session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the first row, asked for as the superuser. */
    String text(String sql, String... parameters) throws IOException, SQLException {
        try (Connection connection = asAdministrator();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** The environment in which PostgreSQL's own programs find it. */
    Map<String, String> environment() throws IOException {
        return Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", port(),
                "PGDATABASE", "frontless",
                "PGUSER", "frontless_app",
                "PGPASSWORD", read("secrets/app-password"),
                "PGSSLMODE", "verify-full",
                "PGSSLROOTCERT", data.resolve("tls/ca.pem").toString());
    }

    /** Where a program of its own connects to. */
    String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/frontless?sslmode=verify-full&sslrootcert="
                + data.resolve("tls/ca.pem");
    }

    private Connection connect(String user, String passwordFile) throws IOException, SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", read("secrets/" + passwordFile));
        properties.setProperty("currentSchema", "frontless");
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", data.resolve("tls/ca.pem").toString());
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/frontless", properties);
    }

    private String port() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(PORT_LINE);
    }

    private String read(String file) throws IOException {
        return Files.readString(data.resolve(file)).strip();
    }
}
