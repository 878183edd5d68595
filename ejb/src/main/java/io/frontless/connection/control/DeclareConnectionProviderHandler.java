package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionProviderRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeclareConnectionProvider;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveConnectionProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Declares a provider. An id is used once; only taking a removal back declares the same one again. */
@Dependent
public class DeclareConnectionProviderHandler implements OperationHandler<DeclareConnectionProvider> {

    private final ConnectionProviderRows rows;
    private final ConnectionProviderState state;

    @Inject
    public DeclareConnectionProviderHandler(ConnectionProviderRows rows, ConnectionProviderState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<DeclareConnectionProvider> operation() {
        return DeclareConnectionProvider.class;
    }

    @Override
    public Prepared check(DeclareConnectionProvider operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        state.requireSecret(workspaceId, operation.terms().secret());
        Optional<ConnectionProviderRows.Row> earlier = rows.lock(workspaceId, operation.id());
        earlier.ifPresent(row -> {
            execution.requireVersion("provider", row.version());
            if (!row.removed() || execution.undoes() == null) {
                throw Rejection.conflict("id", "an id that was never used", operation.id());
            }
        });
        if (rows.living(workspaceId).size() >= Limits.CONNECTION_PROVIDERS_MAX) {
            throw Rejection.of(Reason.LIMIT, "provider", "at most " + Limits.CONNECTION_PROVIDERS_MAX, "as many");
        }

        ConnectionProviderRows.Terms terms = ConnectionProviderState.row(operation.terms());
        long version = earlier.map(row -> row.version() + 1).orElse(1L);
        return new Prepared(ConnectionProviderState.change(operation.id(), null, terms, version), () -> {
            if (earlier.isPresent()) {
                rows.bringBack(workspaceId, operation.id(), terms);
            } else {
                rows.add(workspaceId, operation.id(), terms);
            }
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RemoveConnectionProvider(ConnectionProviderState.providerOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
