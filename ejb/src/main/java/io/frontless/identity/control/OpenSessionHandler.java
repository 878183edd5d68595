package io.frontless.identity.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.entity.SessionRows;
import io.frontless.kernel.Limits;
import io.frontless.operation.EndSession;
import io.frontless.operation.OpenSession;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Opens a session. */
@Dependent
public class OpenSessionHandler implements OperationHandler<OpenSession> {

    private final AccountState state;
    private final SessionRows sessions;

    @Inject
    public OpenSessionHandler(AccountState state, SessionRows sessions) {
        this.state = state;
        this.sessions = sessions;
    }

    @Override
    public Class<OpenSession> operation() {
        return OpenSession.class;
    }

    /** Makes room: the sessions that were opened longest ago end. */
    @Override
    public Children children(OpenSession operation, Execution execution) {
        return Children.of(sessions.notEnded(execution.workspaceId()).stream()
                .skip(Limits.SESSIONS_MAX - 1L)
                .map(session -> new EndSession(session.sessionId(), EndSession.Cause.DISPLACED))
                .toArray(Operation[]::new));
    }

    @Override
    public Prepared check(OpenSession operation, Execution execution) {
        UUID accountId = state.lock(execution).accountId();
        Instant now = execution.now();

        return new Prepared(
                SessionState.change(operation.session(), operation.device(), null, SessionState.OPEN), () -> {
                    UUID session = operation.session();
                    sessions.add(accountId, session, operation.device(), now, now.plus(Limits.SESSION_LIFETIME));
                    sessions.confirm(accountId, session, now);
                    if (operation.secondFactor()) {
                        sessions.strengthen(accountId, session, now);
                    }
                });
    }

    @Override
    public Operation inverse(EventView event) {
        Params after = new Params("after", Objects.requireNonNull(event.after()));
        return new EndSession(after.id("key"), EndSession.Cause.REVOKED);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        UUID session = new Params("after", Objects.requireNonNull(event.after())).id("key");
        return sessions.lock(execution.workspaceId(), session)
                .map(row -> new Present(
                        SessionState.of(
                                row.sessionId(),
                                row.device(),
                                row.endedAt() == null ? SessionState.OPEN : SessionState.ENDED),
                        1))
                .orElseGet(Present::nothing);
    }
}
