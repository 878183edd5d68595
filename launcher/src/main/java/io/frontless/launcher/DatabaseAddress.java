package io.frontless.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a PostgreSQL server listens, the database in it that is ours, and how its certificate is checked. */
record DatabaseAddress(String host, int port, String name, Path authorityCertificate) {
    static final String DATABASE = "frontless";
    static final String SCHEMA = "frontless";
    static final String ADMINISTRATOR = "postgres";
    static final String OWNER = "frontless_owner";
    static final String APPLICATION = "frontless_app";

    /** A dead host must not hold up a start, nor whoever waits for a connection of a pool. */
    private static final int CONNECT_S_MAX = 5;

    /** The embedded one's. */
    static DatabaseAddress embedded(int port, Path authorityCertificate) {
        return new DatabaseAddress("127.0.0.1", port, DATABASE, authorityCertificate);
    }

    /** The JDBC address of a database of this server, with its TLS settings and without credentials. */
    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?sslmode=verify-full&sslrootcert="
                + authorityCertificate + "&connectTimeout=" + CONNECT_S_MAX;
    }

    /** The address by which our statements reach our database. */
    String ownUrl() {
        return url(name) + "&stringtype=unspecified&currentSchema=" + SCHEMA;
    }

    Connection connect(String database, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "frontless launcher");
        return DriverManager.getConnection(url(database), properties);
    }
}
