package io.frontless.audit.control;

import io.frontless.audit.entity.SinkRows;
import io.frontless.kernel.Limits;
import io.frontless.workspace.control.Places;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the sinks every five seconds what was sealed since, each from where it is and in a thread of its own, so that none waits for another. What a sink has taken, and then
 * something ended before that was noted, it is told again: at least once, and events have ids.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SinkRounds {

    private static final Logger LOG = Logger.getLogger(SinkRounds.class.getName());

    /** After which a sink that could be told more gives its place to others; with the call that then goes on, it is far from the end of its claim. */
    private static final Duration TURN = Duration.ofMinutes(1);

    @Inject
    Places places;

    @Inject
    SinkProgress progress;

    @Inject
    SinkDelivery delivery;

    @Inject
    Clock clock;

    @Resource
    @Nullable
    ManagedExecutorService executor;

    private final Semaphore free = new Semaphore(Limits.SINKS_TOLD_MAX);

    /** One round: who finds no place free waits for the next. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void round() {
        places.databases().forEach(this::tellAll);
    }

    private void tellAll(String database) {
        try {
            for (SinkRows.Due due : progress.due(database)) {
                if (free.tryAcquire()) {
                    start(due);
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the sinks of the database " + database + " are told later");
        }
    }

    private void start(SinkRows.Due due) {
        try {
            Objects.requireNonNull(executor, "the container gives an executor").execute(() -> {
                try {
                    tell(due.workspaceId(), due.sinkId());
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, e, () -> "the sink " + due.sinkId() + " is told later");
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException e) {
            free.release();
            LOG.log(Level.FINE, e, () -> "the sink " + due.sinkId() + " is told in the next round");
        }
    }

    private void tell(UUID workspaceId, UUID sinkId) {
        Optional<SinkRows.Row> claimed = progress.claim(workspaceId, sinkId);
        if (claimed.isEmpty()) {
            return;
        }
        SinkRows.Row sink = claimed.get();
        try {
            Instant end = clock.instant().plus(TURN);
            Optional<Long> told = Optional.of(sink.progress().position());
            while (told.isPresent() && clock.instant().isBefore(end)) {
                told = delivery.tell(workspaceId, sink.terms(), told.get());
                told.ifPresent(position -> progress.told(workspaceId, sinkId, position));
            }
            progress.release(workspaceId, sinkId);
        } catch (IOException | RuntimeException e) {
            Level level = sink.progress().failures() == 0 ? Level.INFO : Level.FINE;
            LOG.log(level, e, () -> "the sink " + sinkId + " is told later");
            progress.failed(workspaceId, sink, String.valueOf(e.getMessage()));
        }
    }
}
