package io.frontless.federation.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.ProviderRows;
import io.frontless.operation.ConnectProvider;
import io.frontless.operation.DisconnectProvider;
import io.frontless.operation.Operation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Disconnects a provider; its tombstone keeps the terms and the links, and the vault the secret. */
@Dependent
public class DisconnectProviderHandler implements OperationHandler<DisconnectProvider> {

    private final ProviderRows rows;
    private final ProviderState state;

    @Inject
    public DisconnectProviderHandler(ProviderRows rows, ProviderState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<DisconnectProvider> operation() {
        return DisconnectProvider.class;
    }

    @Override
    public Prepared check(DisconnectProvider operation, Execution execution) {
        ProviderState.requireOwner(execution);
        ProviderRows.Row row = state.lock(execution, operation.provider());

        return new Prepared(
                ProviderState.change(row.providerId(), row.terms(), null, row.version() + 1),
                () -> rows.disconnect(execution.workspaceId(), row.providerId()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new ConnectProvider(ProviderState.providerOf(event), ProviderState.terms(event.before()));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
