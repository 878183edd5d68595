package io.frontless.identity.control;

import io.frontless.identity.entity.SessionRows;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What people see of their own account. */
@Stateless
@InWorkspace
public class AccountQueries {

    @Inject
    SessionRows sessions;

    @Inject
    Clock clock;

    /** The open sessions, the latest first. */
    public List<SessionView> sessions(Caller self) {
        Instant now = clock.instant();
        return sessions.notEnded(self.workspaceId()).stream()
                .filter(session -> SessionState.isOpen(session, now))
                .map(session -> new SessionView(
                        session.sessionId(),
                        session.device(),
                        session.openedAt(),
                        session.usedAt(),
                        session.expiresAt()))
                .toList();
    }
}
