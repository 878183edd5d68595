package io.frontless.federation.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.IdentityRows;
import io.frontless.federation.entity.IdentityRows.Subject;
import io.frontless.kernel.Rejection;
import io.frontless.operation.LinkIdentity;
import io.frontless.operation.Operation;
import io.frontless.operation.UnlinkIdentity;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Unlinks a provider's subject from the member it stands for. */
@Dependent
public class UnlinkIdentityHandler implements OperationHandler<UnlinkIdentity> {

    private final IdentityRows rows;
    private final IdentityState state;

    @Inject
    public UnlinkIdentityHandler(IdentityRows rows, IdentityState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<UnlinkIdentity> operation() {
        return UnlinkIdentity.class;
    }

    @Override
    public Prepared check(UnlinkIdentity operation, Execution execution) {
        Subject subject = new Subject(operation.provider(), operation.issuer(), operation.subject());
        IdentityRows.Row row = rows.lock(execution.workspaceId(), subject)
                .filter(found -> !found.unlinked() && found.accountId().equals(operation.member()))
                .orElseThrow(() -> Rejection.notFound("identity", operation.subject()));
        execution.requireVersion("identity", row.version());

        return new Prepared(
                IdentityState.change(subject, row.accountId(), false, row.version() + 1),
                () -> rows.unlink(execution.workspaceId(), subject));
    }

    @Override
    public Operation inverse(EventView event) {
        Subject subject = IdentityState.subjectOf(event);
        return new LinkIdentity(
                subject.providerId(), subject.issuer(), subject.subject(), IdentityState.memberOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
