package io.frontless.federation.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.ProviderRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.UpdateProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Changes how the workspace relies on a provider. People stay known by the issuer that named them: another one begins without any. */
@Dependent
public class UpdateProviderHandler implements OperationHandler<UpdateProvider> {

    private final ProviderRows rows;
    private final ProviderState state;

    @Inject
    public UpdateProviderHandler(ProviderRows rows, ProviderState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<UpdateProvider> operation() {
        return UpdateProvider.class;
    }

    @Override
    public Prepared check(UpdateProvider operation, Execution execution) {
        ProviderState.requireOwner(execution);
        ProviderRows.Row before = state.lock(execution, operation.provider());
        state.requireKnown(execution, operation.provider(), operation.terms());
        ProviderRows.Terms after = ProviderState.row(operation.terms());
        if (after.equals(before.terms())) {
            throw Rejection.conflict("provider", "something to change", "the provider as it is");
        }

        return new Prepared(
                ProviderState.change(before.providerId(), before.terms(), after, before.version() + 1),
                () -> rows.change(execution.workspaceId(), before.providerId(), after));
    }

    @Override
    public Operation inverse(EventView event) {
        return new UpdateProvider(ProviderState.providerOf(event), ProviderState.terms(event.before()));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
