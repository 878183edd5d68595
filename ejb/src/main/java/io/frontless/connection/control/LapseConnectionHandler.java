package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.LapseConnection;
import io.frontless.operation.Operation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes a connection's authorization away, and promises that its tokens are given back. */
@Dependent
public class LapseConnectionHandler implements OperationHandler<LapseConnection> {

    private final ConnectionRows rows;
    private final ConnectionState state;
    private final Grants grants;

    @Inject
    public LapseConnectionHandler(ConnectionRows rows, ConnectionState state, Grants grants) {
        this.rows = rows;
        this.state = state;
        this.grants = grants;
    }

    @Override
    public Class<LapseConnection> operation() {
        return LapseConnection.class;
    }

    @Override
    public Prepared check(LapseConnection operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        ConnectionRows.Row row = state.lock(execution, operation.connection());
        if (row.secretId() == null) {
            throw Rejection.conflict("connection", "one that is authorized", row.label());
        }

        ConnectionRows.Row after = ConnectionState.with(row, null);
        return new Prepared(ConnectionState.change(row, after, row.version() + 1), () -> {
            rows.authorize(workspaceId, row.connectionId(), null);
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
