package io.frontless.workspace.entity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The pools of connections, one for each database. One that cannot be reached is asked again by one caller in a second; all others are refused at once,
 * so that waiting for it takes no threads from the rest.
 */
@ApplicationScoped
public class DatabasePools {

    private static final String SHARED = "jdbc/frontless";

    /** SQLSTATE of a connection that cannot be made. */
    private static final String UNREACHABLE = "08001";

    private static final long RETRY_NS = Duration.ofSeconds(1).toNanos();

    private final Map<String, DataSource> known = new ConcurrentHashMap<>();
    private final Map<String, Long> nextTry = new ConcurrentHashMap<>();

    /** A connection of the application's role; in a transaction, one that takes part in it. */
    public Connection connect(String database) throws SQLException {
        if (database.equals(TransactionDatabase.SHARED)) {
            return pool(SHARED).getConnection();
        }
        requireTry(database);
        try {
            Connection connection = pool(SHARED + "-" + database).getConnection();
            nextTry.remove(database);
            return connection;
        } catch (SQLException e) {
            nextTry.put(database, System.nanoTime() + RETRY_NS);
            throw new SQLException("the database " + database + " gives no connection", UNREACHABLE, e);
        }
    }

    /** Whoever comes first after a second tries; meanwhile nobody else does. */
    private void requireTry(String database) throws SQLException {
        Long next = nextTry.get(database);
        long now = System.nanoTime();
        if (next != null && (next - now > 0 || !nextTry.replace(database, next, now + RETRY_NS))) {
            throw new SQLException("the database " + database + " could not be reached a moment ago", UNREACHABLE);
        }
    }

    /** One that was not migrated yet has no pool. */
    @SuppressWarnings("BanJNDI") // the names are the installation's own
    private DataSource pool(String name) throws SQLException {
        DataSource pool = known.get(name);
        if (pool != null) {
            return pool;
        }
        try {
            DataSource found = InitialContext.doLookup(name);
            known.put(name, found);
            return found;
        } catch (NamingException e) {
            throw new SQLException("there is no pool " + name, UNREACHABLE, e);
        }
    }
}
