package io.frontless.identity.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.identity.entity.RecoveryRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.UseRecoveryCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Uses a recovery code up; whoever comes second with it is refused. */
@Dependent
public class UseRecoveryCodeHandler implements LastingHandler<UseRecoveryCode> {

    private final FactorState factors;
    private final RecoveryRows rows;

    @Inject
    public UseRecoveryCodeHandler(FactorState factors, RecoveryRows rows) {
        this.factors = factors;
        this.rows = rows;
    }

    @Override
    public Class<UseRecoveryCode> operation() {
        return UseRecoveryCode.class;
    }

    @Override
    public Prepared check(UseRecoveryCode operation, Execution execution) {
        UUID accountId = factors.lock(execution);
        if (!rows.lockUnused(accountId, operation.code())) {
            throw Rejection.notFound("code", operation.code());
        }

        int left = rows.left(accountId);
        return new Prepared(
                RecoveryState.change(left, left - 1), () -> rows.use(accountId, operation.code(), execution.now()));
    }
}
