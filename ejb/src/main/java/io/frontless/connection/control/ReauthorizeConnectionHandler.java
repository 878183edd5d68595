package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionRows;
import io.frontless.connection.entity.GrantRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.LapseConnection;
import io.frontless.operation.Operation;
import io.frontless.operation.ReauthorizeConnection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives a connection that has lapsed a grant of the same provider and level. */
@Dependent
public class ReauthorizeConnectionHandler implements OperationHandler<ReauthorizeConnection> {

    private final ConnectionRows rows;
    private final ConnectionState state;

    @Inject
    public ReauthorizeConnectionHandler(ConnectionRows rows, ConnectionState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<ReauthorizeConnection> operation() {
        return ReauthorizeConnection.class;
    }

    @Override
    public Prepared check(ReauthorizeConnection operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        ConnectionRows.Row row = state.lock(execution, operation.connection());
        if (row.secretId() != null) {
            throw Rejection.conflict("connection", "one that has to be authorized anew", row.label());
        }
        GrantRows.Row grant = state.lockFree(workspaceId, operation.grant());
        if (!grant.providerId().equals(row.providerId()) || grant.level() != row.level()) {
            throw Rejection.conflict("grant", "one of the connection's provider and level", operation.grant());
        }

        ConnectionRows.Row after = ConnectionState.with(row, operation.grant());
        return new Prepared(
                ConnectionState.change(row, after, row.version() + 1),
                () -> rows.authorize(workspaceId, row.connectionId(), operation.grant()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new LapseConnection(ConnectionState.connectionOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
