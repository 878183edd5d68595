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
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", read(passwordFile()).strip());
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("currentSchema", "frontless");
        return DriverManager.getConnection(address(), properties);
    }

    String user() {
        return user;
    }

    Path passwordFile() {
        return data().resolve("secrets").resolve(passwordFile);
    }

    /** Where the database is, and by what it is known. */
    static String address() {
        String port = read(data().resolve("postgres/postmaster.pid"))
                .lines()
                .skip(PORT_LINE)
                .findFirst()
                .orElseThrow();
        return "jdbc:postgresql://127.0.0.1:" + port + "/frontless?sslmode=verify-full&sslrootcert="
                + data().resolve("tls/ca.pem");
    }

    /** The server runs with the product's settings, of which one lies in the data directory. */
    private static Path data() {
        return Path.of(System.getProperty("frontless.mail.directory")).resolveSibling("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
