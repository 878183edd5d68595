package io.frontless.seal.control;

import io.frontless.event.control.FreshEvents;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Seals every second what this node has committed, and now and then looks through all workspaces for what another or an earlier process has left. What
 * cannot be sealed, because the HSM is away, waits.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sealer {

    private static final Logger LOG = Logger.getLogger(Sealer.class.getName());
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);

    /** What failed is not likely to work a second later, and each attempt is a line in the log. */
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    @Inject
    FreshEvents fresh;

    @Inject
    FreshHeads heads;

    @Inject
    AllWorkspaces all;

    @Inject
    Sealing sealing;

    @Inject
    Clock clock;

    private final ReentrantLock working = new ReentrantLock();
    private Instant nextSweep = Instant.EPOCH;
    private final Map<UUID, Instant> later = new HashMap<>();
    private boolean failing;

    /** One round, unless the last one still goes on. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void round() {
        if (working.tryLock()) {
            try {
                work();
            } finally {
                working.unlock();
            }
        }
    }

    /** What was committed until the end is sealed when a node stops in order. */
    @PreDestroy
    void stop() {
        round();
    }

    private void work() {
        Instant now = clock.instant();
        Set<UUID> workspaces = fresh.take();
        later.values().removeIf(time -> !now.isBefore(time));
        if (!now.isBefore(nextSweep)) {
            nextSweep = now.plus(BETWEEN_SWEEPS);
            workspaces.addAll(all.find(this::failed));
        }
        boolean good = true;
        for (UUID workspaceId : workspaces) {
            if (later.containsKey(workspaceId)) {
                fresh.add(workspaceId);
            } else if (!sealed(workspaceId)) {
                good = false;
                later.put(workspaceId, now.plus(AFTER_A_FAILURE));
                fresh.add(workspaceId);
            }
        }
        if (good && later.isEmpty() && failing) {
            failing = false;
            LOG.info("the log is sealed again");
        }
    }

    private boolean sealed(UUID workspaceId) {
        try {
            Optional<Sealing.Sealed> begun = sealing.begin(workspaceId);
            if (begun.isEmpty()) {
                LOG.info(() -> "the workspace " + workspaceId + " is not here any more, so nothing of it is sealed");
                return true;
            }
            Optional<Sealing.Progress> more = begun.get().more();
            while (more.isPresent()) {
                more = sealing.goOn(workspaceId, more.get()).more();
            }
            heads.add(workspaceId);
            return true;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    /** Told once until it works again: this is tried every second. */
    private void failed(RuntimeException e) {
        if (!failing) {
            failing = true;
            LOG.log(Level.SEVERE, e, () -> "the log cannot be sealed and will be when it can: " + e.getMessage());
        }
    }
}
