package io.frontless.identity.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.identity.entity.PasskeyRows;
import io.frontless.operation.RemovePasskey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Ends the use of a passkey, for good: one that was lost must not come back by an undo. */
@Dependent
public class RemovePasskeyHandler implements LastingHandler<RemovePasskey> {

    private final FactorState factors;
    private final PasskeyState state;
    private final PasskeyRows rows;

    @Inject
    public RemovePasskeyHandler(FactorState factors, PasskeyState state, PasskeyRows rows) {
        this.factors = factors;
        this.state = state;
        this.rows = rows;
    }

    @Override
    public Class<RemovePasskey> operation() {
        return RemovePasskey.class;
    }

    @Override
    public Children children(RemovePasskey operation, Execution execution) {
        return factors.endingOthers(execution, operation.keep());
    }

    @Override
    public Prepared check(RemovePasskey operation, Execution execution) {
        UUID accountId = factors.lock(execution);
        PasskeyRows.Row removed = state.lock(accountId, operation.passkey());

        UUID passkeyId = removed.passkeyId();
        return new Prepared(
                FactorState.change(
                        passkeyId.toString(), removed.label(), PasskeyState.of(passkeyId, removed.label()), null),
                () -> {
                    rows.remove(accountId, passkeyId);
                    factors.gone(accountId);
                });
    }
}
