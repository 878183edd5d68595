package io.frontless.workspace.entity;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.naming.NamingException;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.Connector;
import org.eclipse.persistence.sessions.Session;

/** Where the persistence provider takes its connections: from the pool of the database that the transaction works on. */
public final class DatabaseConnector implements Connector {

    private static final long serialVersionUID = 1L;

    private final Connector shared;
    private final transient TransactionDatabase transaction;
    private final transient DatabasePools pools;

    DatabaseConnector(Connector shared) throws NamingException {
        this(shared, TransactionDatabase.lookup(), new DatabasePools());
    }

    private DatabaseConnector(Connector shared, TransactionDatabase transaction, DatabasePools pools) {
        this.shared = shared;
        this.transaction = transaction;
        this.pools = pools;
    }

    @Override
    public Connection connect(Properties properties, Session session) {
        String database = transaction.settled();
        if (database.equals(TransactionDatabase.SHARED)) {
            return shared.connect(properties, session);
        }
        try {
            return pools.connect(database);
        } catch (SQLException e) {
            throw DatabaseException.sqlException(e);
        }
    }

    @Override
    public Object clone() {
        return new DatabaseConnector((Connector) shared.clone(), transaction, pools);
    }

    @Override
    public String getConnectionDetails() {
        return shared.getConnectionDetails();
    }

    @Override
    public void toString(PrintWriter writer) {
        shared.toString(writer);
    }
}
