package io.frontless.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Ways into the database of a product, with the passwords from its own data directory. */
public record ProductDatabase(Path data) {
    /** PostgreSQL's own format: the fourth line of this file is the port. */
    private static final int PORT_LINE = 3;

    /** As the application itself: under row-level security, without a workspace until one is set. */
    public Connection asApplication() throws SQLException {
        return login("frontless_app", "app-password");
    }

    /** The same with a password from elsewhere: of a database that is not the product's own. */
    public Connection asApplication(Path passwordFile) throws SQLException {
        Properties properties = properties("frontless_app", "admin-password");
        try {
            properties.setProperty("password", Files.readString(passwordFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DriverManager.getConnection(url(), properties);
    }

    /** As the role that owns the tables and functions. */
    public Connection asOwner() throws SQLException {
        return login("frontless_owner", "owner-password");
    }

    /** Where a program of its own connects to, on this machine, under TLS. */
    public String address() {
        return url() + "?sslmode=verify-full&sslrootcert=" + data.resolve("tls/ca.pem");
    }

    /** As the superuser, whom no policy binds: for looking at what was stored, never to prepare a test. */
    public Connection asAdministrator() throws SQLException {
        return login("postgres", "admin-password");
    }

    /** The first column of every row, as the superuser sees it. */
    public List<String> texts(String sql) throws SQLException {
        try (Connection connection = asAdministrator();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Makes time pass, which no test can wait for: changes times that were stored, and nothing else. */
    public void change(String sql) throws SQLException {
        try (Connection connection = asAdministrator();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** As the application, with one setting of the driver's changed. */
    Connection connect(String setting, String value) throws SQLException {
        Properties properties = properties("frontless_app", "app-password");
        properties.setProperty(setting, value);
        return DriverManager.getConnection(url(), properties);
    }

    /** Where PostgreSQL listens. */
    int port() {
        return Integer.parseInt(read("postgres/postmaster.pid")
                .lines()
                .skip(PORT_LINE)
                .findFirst()
                .orElseThrow());
    }

    private Connection login(String user, String passwordFile) throws SQLException {
        return DriverManager.getConnection(url(), properties(user, passwordFile));
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/frontless";
    }

    private Properties properties(String user, String passwordFile) {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", read("secrets/" + passwordFile).strip());
        properties.setProperty("currentSchema", "frontless");
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", data.resolve("tls/ca.pem").toString());
        return properties;
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
