package io.frontless.placement.control;

import io.frontless.placement.entity.OwnerConnections;
import io.frontless.placement.entity.Placements;
import io.frontless.workspace.control.Places;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does what the directory says is under way, beginning with what a crash has interrupted. Of all nodes one does. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Mover {

    private static final Logger LOG = Logger.getLogger(Mover.class.getName());

    /** After a failure, as of a database that is down. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    Places places;

    @Inject
    Clock clock;

    @Inject
    PlacementConfig config;

    @Inject
    OwnerConnections owners;

    @Inject
    MoveSteps steps;

    @Resource
    @Nullable
    ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();
    private volatile Instant nextTry = Instant.EPOCH;

    /** Looks whether there is something to do. A timer that fails is given up by the server, so nothing is thrown. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        try {
            if (executor != null
                    && !places.moving().isEmpty()
                    && !clock.instant().isBefore(nextTry)
                    && working.compareAndSet(false, true)) {
                executor.execute(this::work);
            }
        } catch (EJBException | PersistenceException e) {
            LOG.log(Level.FINE, "the directory cannot be read", e);
        } catch (RejectedExecutionException e) {
            working.set(false);
        }
    }

    private void work() {
        try (Connection shared = owners.open(config.way(Places.SHARED))) {
            if (Placements.becomeMover(shared)) {
                for (Placements.Row row : Placements.underWay(shared)) {
                    shared.commit();
                    steps.carryOn(shared, row);
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "a move is interrupted and will be taken up again", e);
            nextTry = clock.instant().plus(PAUSE);
        } finally {
            places.forget();
            working.set(false);
        }
    }
}
