package io.frontless.identity.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.entity.TotpRows;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DisableTotp;
import io.frontless.operation.EnableTotp;
import io.frontless.operation.Operation;
import io.frontless.vault.control.TotpSecrets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts an authenticator app into use whose first code was right. */
@Dependent
public class EnableTotpHandler implements OperationHandler<EnableTotp> {

    static final String KEY = "totp";
    static final String LABEL = "Authenticator app";

    private final FactorState state;
    private final TotpRows rows;
    private final TotpSecrets secrets;

    @Inject
    public EnableTotpHandler(FactorState state, TotpRows rows, TotpSecrets secrets) {
        this.state = state;
        this.rows = rows;
        this.secrets = secrets;
    }

    @Override
    public Class<EnableTotp> operation() {
        return EnableTotp.class;
    }

    @Override
    public Children children(EnableTotp operation, Execution execution) {
        return state.endingOthers(execution, operation.keep());
    }

    @Override
    public Prepared check(EnableTotp operation, Execution execution) {
        UUID accountId = state.lock(execution);
        if (rows.enabled(accountId).isPresent()) {
            throw Rejection.conflict("app", "no authenticator app in use yet", "one that is");
        }
        UUID secretId = waiting(accountId, operation, execution).secretId();

        return new Prepared(FactorState.change(KEY, LABEL, null, of(secretId)), () -> {
            rows.enable(accountId, secretId, execution.now());
            rows.allAside(accountId).forEach(other -> forget(accountId, other.secretId()));
            state.shown(execution, operation.keep());
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new DisableTotp(null);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return rows.enabled(execution.workspaceId())
                .map(row -> new Present(of(row.secretId()), 1))
                .orElseGet(Present::nothing);
    }

    /** Its first code is what makes a step of it accepted. */
    private TotpRows.Row waiting(UUID accountId, EnableTotp operation, Execution execution) {
        return rows.aside(accountId, operation.secret())
                .filter(row -> row.lastStep() > 0)
                .filter(row -> execution.now().isBefore(row.madeAt().plus(Limits.ENROLMENT_LIFETIME)))
                .orElseThrow(() -> Rejection.notFound("secret", operation.secret()));
    }

    private void forget(UUID accountId, UUID secretId) {
        rows.remove(accountId, secretId);
        secrets.forget(accountId, secretId);
    }

    static Map<String, @Nullable Object> of(UUID secretId) {
        return FactorState.of(KEY, LABEL, "secret", secretId.toString());
    }
}
