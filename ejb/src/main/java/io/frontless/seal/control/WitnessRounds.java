package io.frontless.seal.control;

import io.frontless.proof.TreeHead;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the witnesses every ten seconds what was sealed since; one that cannot be reached is told later, and does not keep the others waiting long. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WitnessRounds {

    private static final Logger LOG = Logger.getLogger(WitnessRounds.class.getName());
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);
    private static final int HEADS_AT_ONCE = 500;

    @Inject
    WitnessConfig config;

    @Inject
    FreshHeads fresh;

    @Inject
    AllWorkspaces all;

    @Inject
    Testimony testimony;

    @Inject
    Clock clock;

    private final ReentrantLock working = new ReentrantLock();
    private final Map<String, Set<UUID>> waiting = new HashMap<>();
    private final Set<String> failing = new HashSet<>();
    private List<Witness> witnesses = List.of();
    private Instant nextSweep = Instant.EPOCH;

    @PostConstruct
    void start() {
        witnesses = config.witnesses();
    }

    /** One round, unless the last one still goes on. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void round() {
        if (!witnesses.isEmpty() && working.tryLock()) {
            try {
                gather();
                witnesses.forEach(this::tell);
            } finally {
                working.unlock();
            }
        }
    }

    /** What was sealed until the end. */
    @PreDestroy
    void stop() {
        round();
    }

    private void gather() {
        Set<UUID> workspaces = fresh.take();
        Instant now = clock.instant();
        if (!now.isBefore(nextSweep)) {
            workspaces.addAll(all.find(e -> LOG.log(Level.WARNING, e, () -> "not every database could be asked")));
            nextSweep = now.plus(BETWEEN_SWEEPS);
        }
        witnesses.forEach(witness ->
                waiting.computeIfAbsent(witness.name(), name -> new HashSet<>()).addAll(workspaces));
    }

    private void tell(Witness witness) {
        Set<UUID> workspaces = waiting.getOrDefault(witness.name(), Set.of());
        List<UUID> all = List.copyOf(workspaces);
        for (int from = 0; from < all.size(); from += HEADS_AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + HEADS_AT_ONCE));
            if (!told(witness, some)) {
                return;
            }
            some.forEach(workspaces::remove);
        }
    }

    private boolean told(Witness witness, List<UUID> workspaces) {
        try {
            List<TreeHead.Signed> heads = new ArrayList<>();
            workspaces.forEach(
                    workspace -> testimony.untold(workspace, witness.name()).ifPresent(heads::add));
            if (!heads.isEmpty()) {
                witness.tell(heads);
                heads.forEach(signed -> testimony.note(
                        UUID.fromString(signed.head().workspace()),
                        witness.name(),
                        signed.head().size()));
            }
            if (failing.remove(witness.name())) {
                LOG.info(() -> "the witness is told again: " + witness);
            }
            return true;
        } catch (IOException | RuntimeException e) {
            if (failing.add(witness.name())) {
                LOG.log(Level.WARNING, e, () -> "the witness could not be told and will be: " + witness);
            }
            return false;
        }
    }
}
