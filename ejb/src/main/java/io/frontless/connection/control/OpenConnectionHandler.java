package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionRows;
import io.frontless.connection.entity.GrantRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CloseConnection;
import io.frontless.operation.OpenConnection;
import io.frontless.operation.Operation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Connects another service by a grant that nobody uses yet. */
@Dependent
public class OpenConnectionHandler implements OperationHandler<OpenConnection> {

    private final ConnectionRows rows;
    private final ConnectionState state;
    private final ConnectionProviderState providers;

    @Inject
    public OpenConnectionHandler(ConnectionRows rows, ConnectionState state, ConnectionProviderState providers) {
        this.rows = rows;
        this.state = state;
        this.providers = providers;
    }

    @Override
    public Class<OpenConnection> operation() {
        return OpenConnection.class;
    }

    @Override
    public Prepared check(OpenConnection operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        GrantRows.Row grant = state.lockFree(workspaceId, operation.grant());
        providers.lock(workspaceId, grant.providerId());
        if (rows.find(workspaceId, operation.id()).isPresent()) {
            throw Rejection.conflict("id", "an id that was never used", operation.id());
        }
        if (rows.living(workspaceId).size() >= Limits.CONNECTIONS_MAX) {
            throw Rejection.of(Reason.LIMIT, "connection", "at most " + Limits.CONNECTIONS_MAX, "as many");
        }

        var row = new ConnectionRows.Row(
                operation.id(), grant.providerId(), grant.level(), operation.label(), operation.grant(), 1, false);
        return new Prepared(ConnectionState.change(null, row, 1), () -> rows.add(workspaceId, row));
    }

    @Override
    public Operation inverse(EventView event) {
        return new CloseConnection(ConnectionState.connectionOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
