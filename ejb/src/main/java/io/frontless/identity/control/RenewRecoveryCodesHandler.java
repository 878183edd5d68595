package io.frontless.identity.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.identity.entity.RecoveryRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.RenewRecoveryCodes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Puts the recovery codes in force that were put aside. */
@Dependent
public class RenewRecoveryCodesHandler implements LastingHandler<RenewRecoveryCodes> {

    private final FactorState factors;
    private final RecoveryRows rows;

    @Inject
    public RenewRecoveryCodesHandler(FactorState factors, RecoveryRows rows) {
        this.factors = factors;
        this.rows = rows;
    }

    @Override
    public Class<RenewRecoveryCodes> operation() {
        return RenewRecoveryCodes.class;
    }

    @Override
    public Prepared check(RenewRecoveryCodes operation, Execution execution) {
        UUID accountId = factors.lock(execution);
        int codes = rows.aside(accountId, operation.set());
        if (codes == 0) {
            throw Rejection.notFound("set", operation.set());
        }

        return new Prepared(
                RecoveryState.change(rows.left(accountId), codes), () -> rows.putInForce(accountId, operation.set()));
    }
}
