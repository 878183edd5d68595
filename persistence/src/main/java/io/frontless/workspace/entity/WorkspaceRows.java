package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.postgresql.core.BaseConnection;

/** Reads and writes workspaces, and enters them. */
@Dependent
public class WorkspaceRows {

    private static final Logger LOG = Logger.getLogger(WorkspaceRows.class.getName());

    private static final String ENTER =
            "select frontless.require_untouched(?), pg_catalog.set_config('frontless.' || ?, ?, true)";

    private static final String ENTER_OTHER = ENTER + ", frontless.require_context(?)";

    private static final String ENTER_WORKSPACE = ENTER + ", frontless.enter_residence()";

    /** SQLSTATE of the question in it. */
    private static final String TOUCHED = "08P01";

    private final EntityManager manager;
    private final Statements statements;

    @Inject
    public WorkspaceRows(EntityManager manager, Statements statements) {
        this.manager = manager;
        this.statements = statements;
    }

    /**
     * Sets one context of this transaction, which row-level security verifies; whether it is the first. A connection on which something was left is
     * ended.
     */
    public void setContext(String setting, String context, boolean first) {
        run(ENTER_OTHER, first, setting, context, setting);
    }

    /** The same for a workspace, which the database must serve; while it is copied elsewhere, the transaction can only read. */
    public void enterWorkspace(String setting, String context, boolean first) {
        run(ENTER_WORKSPACE, first, setting, context);
    }

    /** Sets none, and asks what was left on the connection as if it would. */
    public void requireUntouched() {
        run("select frontless.require_untouched(?)", true);
    }

    private void run(String sql, Object... parameters) {
        Connection connection = manager.unwrap(Connection.class);
        try (PreparedStatement statement = FreshStatement.of(connection, sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.execute();
        } catch (SQLException e) {
            if (TOUCHED.equals(e.getSQLState())) {
                LOG.severe("something was left on a database connection, which is ended: SQL was run that is not ours");
                end(connection);
            }
            throw new StatementFailure(e);
        }
    }

    private static void end(Connection connection) {
        try {
            connection.unwrap(BaseConnection.class).abort(Runnable::run);
        } catch (SQLException e) {
            throw new StatementFailure(e);
        }
    }

    /** Whether it exists, as far as the present context shows. */
    public Optional<Workspace> find(UUID workspaceId) {
        return Optional.ofNullable(manager.find(Workspace.class, workspaceId));
    }

    /** Adds a workspace. */
    public void add(Workspace workspace) {
        manager.persist(workspace);
        manager.flush();
    }

    /** Adds the scope of an account. */
    public void addScope(UUID accountId, String label) {
        statements.change(
                "insert into frontless.workspace (workspace_id, label, kind) values (?, ?, 'PERSON')",
                accountId,
                label);
    }
}
