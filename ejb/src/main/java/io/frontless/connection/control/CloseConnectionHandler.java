package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.CloseConnection;
import io.frontless.operation.Operation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Disconnects another service, and promises that its tokens are given back. */
@Dependent
public class CloseConnectionHandler implements OperationHandler<CloseConnection> {

    private final ConnectionRows rows;
    private final ConnectionState state;
    private final Grants grants;

    @Inject
    public CloseConnectionHandler(ConnectionRows rows, ConnectionState state, Grants grants) {
        this.rows = rows;
        this.state = state;
        this.grants = grants;
    }

    @Override
    public Class<CloseConnection> operation() {
        return CloseConnection.class;
    }

    @Override
    public Prepared check(CloseConnection operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        ConnectionRows.Row row = state.lock(execution, operation.connection());
        return new Prepared(ConnectionState.change(row, null, row.version() + 1), () -> {
            rows.disconnect(workspaceId, row.connectionId());
            grants.giveBack(workspaceId, row.secretId());
        });
    }

    @Override
    public Operation inverse(EventView event) {
        throw ConnectionState.lasting(event);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
