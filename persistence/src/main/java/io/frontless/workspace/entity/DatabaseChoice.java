package io.frontless.workspace.entity;

import javax.naming.NamingException;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Has the persistence provider ask {@link DatabaseConnector} for every connection, of whichever of its pools. Named in persistence.xml. */
public final class DatabaseChoice implements SessionCustomizer {

    @Override
    public void customize(Session session) throws NamingException {
        ServerSession server = (ServerSession) session;
        choose(server.getLogin());
        server.getConnectionPools().values().forEach(pool -> chooseLater((DatasourceLogin) pool.getLogin()));
        chooseLater((DatasourceLogin) server.getReadConnectionPool().getLogin());
    }

    private static void chooseLater(DatasourceLogin login) {
        try {
            choose(login);
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void choose(DatasourceLogin login) throws NamingException {
        if (!(login.getConnector() instanceof DatabaseConnector)) {
            login.setConnector(new DatabaseConnector(login.getConnector()));
        }
    }
}
