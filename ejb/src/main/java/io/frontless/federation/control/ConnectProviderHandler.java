package io.frontless.federation.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.ProviderRows;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConnectProvider;
import io.frontless.operation.DisconnectProvider;
import io.frontless.operation.Operation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Connects a provider. An id is used once; only taking a disconnection back connects the same one again. */
@Dependent
public class ConnectProviderHandler implements OperationHandler<ConnectProvider> {

    private final ProviderRows rows;
    private final ProviderState state;

    @Inject
    public ConnectProviderHandler(ProviderRows rows, ProviderState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<ConnectProvider> operation() {
        return ConnectProvider.class;
    }

    @Override
    public Prepared check(ConnectProvider operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        ProviderState.requireOwner(execution);
        state.requireKnown(execution, operation.id(), operation.terms());
        Optional<ProviderRows.Row> earlier = rows.lock(workspaceId, operation.id());
        earlier.ifPresent(row -> {
            execution.requireVersion("provider", row.version());
            if (!row.disconnected() || execution.undoes() == null) {
                throw Rejection.conflict("id", "an id that was never used", operation.id());
            }
        });
        if (rows.connected(workspaceId).size() >= Limits.PROVIDERS_MAX) {
            throw Rejection.of(Reason.LIMIT, "provider", "at most " + Limits.PROVIDERS_MAX, "as many");
        }

        ProviderRows.Terms terms = ProviderState.row(operation.terms());
        long version = earlier.map(row -> row.version() + 1).orElse(1L);
        return new Prepared(ProviderState.change(operation.id(), null, terms, version), () -> {
            if (earlier.isPresent()) {
                rows.change(workspaceId, operation.id(), terms);
            } else {
                rows.add(workspaceId, operation.id(), terms);
            }
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new DisconnectProvider(ProviderState.providerOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
