package io.frontless.identity.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Children;
import io.frontless.identity.entity.SessionRows;
import io.frontless.kernel.Limits;
import io.frontless.operation.EndSession;
import io.frontless.operation.Operation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a session is, in the form that events keep. */
final class SessionState {

    static final String OPEN = "OPEN";
    static final String ENDED = "ENDED";

    private SessionState() {}

    /** Whether it lasts: neither ended nor expired nor idle for too long. */
    static boolean isOpen(SessionRows.Row session, Instant now) {
        return session.endedAt() == null
                && now.isBefore(session.expiresAt())
                && now.isBefore(session.usedAt().plus(Limits.SESSION_IDLE_MAX));
    }

    /** Ends these sessions but one, since what they were opened with has changed; each with an event of its own. */
    static Children endingAllBut(@Nullable UUID keep, List<SessionRows.Row> sessions) {
        return Children.of(sessions.stream()
                .map(SessionRows.Row::sessionId)
                .filter(session -> !session.equals(keep))
                .map(session -> new EndSession(session, EndSession.Cause.CREDENTIAL_CHANGED))
                .toArray(Operation[]::new));
    }

    /** A change of a session's state; null before for one that opens. */
    static Change change(UUID session, String device, @Nullable String before, String after) {
        return new Change(
                new Change.Subject(null, null, session.toString()),
                device,
                before == null ? null : of(session, device, before),
                of(session, device, after),
                before == null ? 1 : 2,
                0,
                Map.of());
    }

    static Map<String, @Nullable Object> of(UUID session, String device, String state) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("key", session.toString());
        all.put("label", device);
        all.put("state", state);
        return all;
    }
}
