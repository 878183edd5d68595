package io.frontless.audit.control;

import io.frontless.audit.entity.SinkRows;
import io.frontless.workspace.control.Places;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the sinks every five seconds what was sealed since, each from where it is. What a sink has taken, and then something ended before that was noted, it is told again: at
 * least once, and events have ids.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SinkRounds {

    private static final Logger LOG = Logger.getLogger(SinkRounds.class.getName());

    /** Parts that a sink is told before the next has its turn. */
    private static final int PARTS = 20;

    @Inject
    Places places;

    @Inject
    SinkProgress progress;

    @Inject
    SinkDelivery delivery;

    private final ReentrantLock working = new ReentrantLock();

    /** One round, unless the last one still goes on. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void round() {
        if (working.tryLock()) {
            try {
                places.databases().forEach(this::tellAll);
            } finally {
                working.unlock();
            }
        }
    }

    private void tellAll(String database) {
        try {
            progress.due(database).forEach(due -> tell(due.workspaceId(), due.sinkId()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the sinks of the database " + database + " are told later");
        }
    }

    private void tell(UUID workspaceId, UUID sinkId) {
        Optional<SinkRows.Row> claimed = progress.claim(workspaceId, sinkId);
        if (claimed.isEmpty()) {
            return;
        }
        SinkRows.Row sink = claimed.get();
        try {
            long position = sink.progress().position();
            for (int part = 0; part < PARTS; part++) {
                Optional<Long> told = delivery.tell(workspaceId, sink.terms(), position);
                if (told.isEmpty()) {
                    break;
                }
                position = told.get();
                progress.told(workspaceId, sinkId, position);
            }
            progress.release(workspaceId, sinkId);
        } catch (IOException | RuntimeException e) {
            Level level = sink.progress().failures() == 0 ? Level.INFO : Level.FINE;
            LOG.log(level, e, () -> "the sink " + sinkId + " is told later");
            progress.failed(workspaceId, sink, String.valueOf(e.getMessage()));
        }
    }
}
