package io.frontless.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
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
    private final DatabaseAccess access;
    private final String database;

    Migration(DatabaseAccess access) {
        this.access = access;
        this.database = access.address().name();
    }

    /** Of the shared database; answers the installation's identifier, which is made with it. */
    UUID run() {
        return translated(() -> {
            createDatabase();
            bootstrap();
            migrate();
            try (Connection owner = access.asOwner()) {
                new DatabaseIdentity(UUID.randomUUID(), DatabaseIdentity.SHARED).store(owner);
                return DatabaseIdentity.of(owner).orElseThrow().installation();
            }
        });
    }

    /** The installation's identifier, of a shared database that another node has brought to this version. */
    UUID installation() {
        return translated(() -> {
            try (Connection owner = access.asOwner()) {
                return DatabaseIdentity.of(owner).orElseThrow().installation();
            }
        });
    }

    /** Of a dedicated database, which must be the expected one, or new. */
    void run(DatabaseIdentity identity) {
        var unused = translated(() -> {
            createDatabase();
            identity.require(access);
            bootstrap();
            migrate();
            try (Connection owner = access.asOwner()) {
                identity.store(owner);
            }
            return identity;
        });
    }

    private interface Steps<T> {
        T run() throws SQLException, LiquibaseException;
    }

    private static <T> T translated(Steps<T> steps) {
        try {
            return steps.run();
        } catch (SQLException | LiquibaseException e) {
            throw new StartFailure("The database cannot be brought to this version: " + firstLine(e), e);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection admin = access.asAdministrator("postgres");
                PreparedStatement query = admin.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    try (var statement = admin.createStatement()) {
                        statement.execute("create database " + statement.enquoteIdentifier(database, true));
                    }
                }
            }
        }
    }

    private void bootstrap() throws SQLException, LiquibaseException {
        try (Connection admin = access.asAdministrator(database)) {
            update(admin, "db/bootstrap.xml", "public");
        }
        try (Connection admin = access.asAdministrator(database)) {
            // The driver hashes them before they leave this process, so no statement log ever sees a password.
            var roles = admin.unwrap(PGConnection.class);
            roles.alterUserPassword(
                    DatabaseAddress.OWNER,
                    access.secrets().text(Secret.OWNER_PASSWORD).toCharArray(),
                    "scram-sha-256");
            roles.alterUserPassword(
                    DatabaseAddress.APPLICATION,
                    access.secrets().text(Secret.APP_PASSWORD).toCharArray(),
                    "scram-sha-256");
        }
    }

    private void migrate() throws SQLException, LiquibaseException {
        try (Connection owner = access.asOwner()) {
            update(owner, "db/changelog.xml", DatabaseAddress.SCHEMA);
        }
        try (Connection owner = access.asOwner();
                PreparedStatement store = owner.prepareStatement("select frontless.store_context_key(?::bytea)")) {
            store.setBytes(1, access.secrets().bytes(Secret.CONTEXT_KEY));
            store.execute();
        }
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
