package io.frontless.keys.control;

import io.frontless.event.control.Outbox;
import io.frontless.kernel.Rejection;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Seals anew, in the background, what old keys of rotated workspaces seal. The promise is kept when nothing is left to do, so whatever ends a
 * round, a kill of the process too, the next one goes on where it was. People see how far it is by how many secrets the old versions still seal.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Resealing {

    /** The kind of the effect that the outbox keeps until all is sealed anew. */
    static final String KIND = "key.reseal";

    private static final Logger LOG = Logger.getLogger(Resealing.class.getName());
    private static final int WORKSPACES_PER_ROUND = 20;

    /** A round holds the promises that it works on, so it is short. */
    private static final Duration ROUND_MAX = Duration.ofSeconds(10);

    @Inject
    Outbox outbox;

    @Inject
    ResealBatch batch;

    @Inject
    Clock clock;

    /** One round. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void round() {
        Instant end = clock.instant().plus(ROUND_MAX);
        for (Outbox.Due due : outbox.due(KIND, WORKSPACES_PER_ROUND)) {
            UUID workspaceId = UUID.fromString(String.valueOf(due.payload().get("workspace")));
            try {
                while (batch.run(workspaceId)) {
                    if (clock.instant().isAfter(end)) {
                        return;
                    }
                }
                outbox.delivered(due);
            } catch (Rejection sealed) {
                LOG.log(Level.WARNING, sealed, () -> "workspace " + workspaceId + " is not sealed anew yet");
                outbox.failed(due);
            }
        }
    }
}
