package io.frontless.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the embedded PostgreSQL listens and how its certificate is checked. */
record DatabaseAddress(int port, Path authorityCertificate) {
    static final String DATABASE = "frontless";
    static final String SCHEMA = "frontless";
    static final String ADMINISTRATOR = "postgres";
    static final String OWNER = "frontless_owner";
    static final String APPLICATION = "frontless_app";

    /** The JDBC address of a database, with its TLS settings and without credentials. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=verify-full&sslrootcert="
                + authorityCertificate;
    }

    Connection connect(String database, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "frontless launcher");
        return DriverManager.getConnection(url(database), properties);
    }
}
