package io.frontless.keys.control;

import io.frontless.event.control.Outbox;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.KeyRing;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One round through the promises to seal anew: its transaction holds them, so that two nodes do not work at the same one, and is short. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ResealRound {

    /** The kind of the effect that the outbox keeps until all is sealed anew. */
    static final String KIND = "key.reseal";

    private static final Logger LOG = Logger.getLogger(ResealRound.class.getName());
    private static final int WORKSPACES = 20;
    private static final Duration LENGTH_MAX = Duration.ofSeconds(10);

    @Inject
    Outbox outbox;

    @Inject
    ResealBatch batch;

    @Inject
    Clock clock;

    /** Works through as many of a database as there is time for; what is left is for the next round. */
    public void run(String database) {
        Instant end = clock.instant().plus(LENGTH_MAX);
        for (Outbox.Due due : outbox.due(database, KIND, WORKSPACES)) {
            UUID workspaceId = UUID.fromString(String.valueOf(due.payload().get("workspace")));
            try {
                if (!finished(workspaceId, end)) {
                    return;
                }
                outbox.delivered(due);
            } catch (Rejection sealed) {
                LOG.log(Level.WARNING, sealed, () -> workspaceId + " is not sealed anew yet");
                outbox.failed(due);
            }
        }
    }

    /** Goes through all until there is nothing to do any more: what somebody holds is left out, and is there the next time. */
    private boolean finished(UUID workspaceId, Instant end) {
        int resealed = 1;
        while (resealed > 0) {
            resealed = 0;
            UUID after = new UUID(0, 0);
            while (after != null) {
                if (clock.instant().isAfter(end)) {
                    return false;
                }
                KeyRing.Resealed some = batch.run(workspaceId, after);
                resealed += some.count();
                after = some.last();
            }
        }
        return true;
    }
}
