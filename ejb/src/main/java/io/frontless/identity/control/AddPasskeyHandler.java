package io.frontless.identity.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.entity.PasskeyRows;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AddPasskey;
import io.frontless.operation.Operation;
import io.frontless.operation.RemovePasskey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Puts a passkey into use that was put aside. */
@Dependent
public class AddPasskeyHandler implements OperationHandler<AddPasskey> {

    private final FactorState factors;
    private final PasskeyState state;
    private final PasskeyRows rows;

    @Inject
    public AddPasskeyHandler(FactorState factors, PasskeyState state, PasskeyRows rows) {
        this.factors = factors;
        this.state = state;
        this.rows = rows;
    }

    @Override
    public Class<AddPasskey> operation() {
        return AddPasskey.class;
    }

    @Override
    public Children children(AddPasskey operation, Execution execution) {
        return factors.endingOthers(execution, operation.keep());
    }

    @Override
    public Prepared check(AddPasskey operation, Execution execution) {
        UUID accountId = factors.lock(execution);
        PasskeyRows.Row added = rows.aside(accountId, operation.passkey())
                .orElseThrow(() -> Rejection.notFound("passkey", operation.passkey()));
        if (rows.all(accountId).size() >= Limits.PASSKEYS_MAX) {
            throw Rejection.of(Reason.LIMIT, "passkey", "at most " + Limits.PASSKEYS_MAX + " of them", "one more");
        }

        UUID passkeyId = added.passkeyId();
        return new Prepared(
                FactorState.change(
                        passkeyId.toString(), added.label(), null, PasskeyState.of(passkeyId, added.label())),
                () -> {
                    rows.add(accountId, passkeyId, execution.now());
                    factors.shown(execution, operation.keep());
                });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RemovePasskey(PasskeyState.id(event), null);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
