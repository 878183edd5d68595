package io.frontless.identity.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.entity.PasskeyRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.RenamePasskey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Changes what a person calls a passkey. */
@Dependent
public class RenamePasskeyHandler implements OperationHandler<RenamePasskey> {

    private final FactorState factors;
    private final PasskeyState state;
    private final PasskeyRows rows;

    @Inject
    public RenamePasskeyHandler(FactorState factors, PasskeyState state, PasskeyRows rows) {
        this.factors = factors;
        this.state = state;
        this.rows = rows;
    }

    @Override
    public Class<RenamePasskey> operation() {
        return RenamePasskey.class;
    }

    @Override
    public Prepared check(RenamePasskey operation, Execution execution) {
        UUID accountId = factors.lock(execution);
        UUID passkeyId = operation.passkey();
        PasskeyRows.Row before = state.lock(accountId, passkeyId);
        if (before.label().equals(operation.label())) {
            throw Rejection.conflict("label", "another one than now", operation.label());
        }

        return new Prepared(
                FactorState.change(
                        passkeyId.toString(),
                        operation.label(),
                        PasskeyState.of(passkeyId, before.label()),
                        PasskeyState.of(passkeyId, operation.label())),
                () -> rows.rename(accountId, passkeyId, operation.label()));
    }

    @Override
    public Operation inverse(EventView event) {
        Params before = new Params("before", Objects.requireNonNull(event.before()));
        return new RenamePasskey(before.id("key"), before.text("label"));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
