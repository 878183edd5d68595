package io.frontless.identity.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.identity.entity.SessionRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.EndSession;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Ends a session; its tokens are worth nothing from then on. */
@Dependent
public class EndSessionHandler implements LastingHandler<EndSession> {

    private final SessionRows sessions;

    @Inject
    public EndSessionHandler(SessionRows sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<EndSession> operation() {
        return EndSession.class;
    }

    @Override
    public Prepared check(EndSession operation, Execution execution) {
        UUID accountId = execution.workspaceId();
        SessionRows.Row session = sessions.lock(accountId, operation.session())
                .filter(row -> row.endedAt() == null)
                .orElseThrow(() -> Rejection.notFound("session", operation.session()));

        String cause = operation.cause().name();
        return new Prepared(
                SessionState.change(session.sessionId(), session.device(), SessionState.OPEN, cause),
                () -> sessions.end(accountId, session.sessionId(), cause, execution.now()));
    }
}
