package io.frontless.system.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The roles of the database, each with a way to connect as it beside the application's pool. */
enum DatabaseRole {
    /** What the application connects as. */
    APPLICATION("frontless_app", "app-password"),

    /** The role that owns the tables: policies and triggers hold for it as well. */
    OWNER("frontless_owner", "owner-password"),

    /** The superuser, for whom nothing holds. */
    ADMINISTRATOR("postgres", "admin-password");

    private static final int PORT_LINE = 3;

    private final String user;
    private final String passwordFile;

    DatabaseRole(String user, String passwordFile) {
        this.user = user;
        this.passwordFile = passwordFile;
    }

    /** A connection of its own, with settings as the pool's have them. */
    Connection connect() throws SQLException {
        // The server runs with the product's settings, of which this one lies in the data directory.
        Path data = Path.of(System.getProperty("frontless.mail.directory")).resolveSibling("");
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty(
                "password", read(data.resolve("secrets").resolve(passwordFile)).strip());
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("currentSchema", "frontless");
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
