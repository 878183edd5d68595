package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionProviderRows;
import io.frontless.connection.entity.ConnectionRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeclareConnectionProvider;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveConnectionProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Removes a provider of which nothing is connected; its tombstone keeps the terms, and the vault the secret. */
@Dependent
public class RemoveConnectionProviderHandler implements OperationHandler<RemoveConnectionProvider> {

    private final ConnectionProviderRows rows;
    private final ConnectionRows connections;
    private final ConnectionProviderState state;

    @Inject
    public RemoveConnectionProviderHandler(
            ConnectionProviderRows rows, ConnectionRows connections, ConnectionProviderState state) {
        this.rows = rows;
        this.connections = connections;
        this.state = state;
    }

    @Override
    public Class<RemoveConnectionProvider> operation() {
        return RemoveConnectionProvider.class;
    }

    @Override
    public Prepared check(RemoveConnectionProvider operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        ConnectionProviderRows.Row row = state.lock(workspaceId, operation.provider());
        execution.requireVersion("provider", row.version());
        if (connections.isUsed(workspaceId, row.providerId())) {
            throw Rejection.conflict(
                    "provider", "one of which nothing is connected", row.terms().label());
        }

        return new Prepared(
                ConnectionProviderState.change(row.providerId(), row.terms(), null, row.version() + 1),
                () -> rows.remove(workspaceId, row.providerId()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new DeclareConnectionProvider(
                ConnectionProviderState.providerOf(event), ConnectionProviderState.terms(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
