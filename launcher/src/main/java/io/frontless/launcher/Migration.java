package io.frontless.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.postgresql.PGConnection;

/** Brings the database to this version: as administrator what only that role may, then as owner everything else. */
final class Migration {
    private final DatabaseAddress address;
    private final Secrets secrets;

    Migration(DatabaseAddress address, Secrets secrets) {
        this.address = address;
        this.secrets = secrets;
    }

    void run() {
        try {
            createDatabase();
            bootstrap();
            migrate();
        } catch (SQLException | LiquibaseException e) {
            throw new StartFailure("The database cannot be brought to this version: " + firstLine(e), e);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection admin = administrator("postgres");
                PreparedStatement query = admin.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, DatabaseAddress.DATABASE);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    try (var statement = admin.createStatement()) {
                        statement.execute("create database " + DatabaseAddress.DATABASE);
                    }
                }
            }
        }
    }

    private void bootstrap() throws SQLException, LiquibaseException {
        try (Connection admin = administrator(DatabaseAddress.DATABASE)) {
            update(admin, "db/bootstrap.xml", "public");
        }
        try (Connection admin = administrator(DatabaseAddress.DATABASE)) {
            // The driver hashes them before they leave this process, so no statement log ever sees a password.
            var roles = admin.unwrap(PGConnection.class);
            roles.alterUserPassword(
                    DatabaseAddress.OWNER, secrets.text(Secret.OWNER_PASSWORD).toCharArray(), "scram-sha-256");
            roles.alterUserPassword(
                    DatabaseAddress.APPLICATION,
                    secrets.text(Secret.APP_PASSWORD).toCharArray(),
                    "scram-sha-256");
        }
    }

    private void migrate() throws SQLException, LiquibaseException {
        String password = secrets.text(Secret.OWNER_PASSWORD);
        try (Connection owner = address.connect(DatabaseAddress.DATABASE, DatabaseAddress.OWNER, password)) {
            update(owner, "db/changelog.xml", DatabaseAddress.SCHEMA);
        }
        try (Connection owner = address.connect(DatabaseAddress.DATABASE, DatabaseAddress.OWNER, password);
                PreparedStatement store = owner.prepareStatement("select frontless.store_context_key(?::bytea)")) {
            store.setBytes(1, secrets.bytes(Secret.CONTEXT_KEY));
            store.execute();
        }
    }

    private Connection administrator(String database) throws SQLException {
        return address.connect(database, DatabaseAddress.ADMINISTRATOR, secrets.text(Secret.ADMIN_PASSWORD));
    }

    private static void update(Connection connection, String changelog, String schema) throws LiquibaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setDefaultSchemaName(schema);
        database.setLiquibaseSchemaName(schema);
        try (var liquibase = new Liquibase(changelog, new ClassLoaderResourceAccessor(), database)) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            // The data directory is locked for this process: a lock found here was left by a crash.
            liquibase.forceReleaseLocks();
            liquibase.update(new Contexts());
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
