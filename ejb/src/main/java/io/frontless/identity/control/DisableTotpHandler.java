package io.frontless.identity.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.identity.entity.TotpRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DisableTotp;
import io.frontless.vault.control.TotpSecrets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Ends the use of an authenticator app, and forgets its secret. */
@Dependent
public class DisableTotpHandler implements LastingHandler<DisableTotp> {

    private final FactorState state;
    private final TotpRows rows;
    private final TotpSecrets secrets;

    @Inject
    public DisableTotpHandler(FactorState state, TotpRows rows, TotpSecrets secrets) {
        this.state = state;
        this.rows = rows;
        this.secrets = secrets;
    }

    @Override
    public Class<DisableTotp> operation() {
        return DisableTotp.class;
    }

    @Override
    public Children children(DisableTotp operation, Execution execution) {
        return state.endingOthers(execution, operation.keep());
    }

    @Override
    public Prepared check(DisableTotp operation, Execution execution) {
        UUID accountId = state.lock(execution);
        UUID secretId = rows.enabled(accountId)
                .map(TotpRows.Row::secretId)
                .orElseThrow(() -> Rejection.notFound("app", "authenticator app"));

        return new Prepared(
                FactorState.change(
                        EnableTotpHandler.KEY, EnableTotpHandler.LABEL, EnableTotpHandler.of(secretId), null),
                () -> {
                    rows.remove(accountId, secretId);
                    secrets.forget(accountId, secretId);
                    state.gone(accountId);
                });
    }
}
