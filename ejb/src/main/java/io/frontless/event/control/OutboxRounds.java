package io.frontless.event.control;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a worker go through the outbox of each database in turn. One that does not answer keeps the others from nothing; it is told to the log when that begins, and not at
 * every round. A timer that fails is given up by the server, so nothing is thrown.
 */
@ApplicationScoped
public class OutboxRounds {

    private static final Logger LOG = Logger.getLogger(OutboxRounds.class.getName());

    private final @Nullable Outbox outbox;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    /** For the container's proxy. */
    protected OutboxRounds() {
        outbox = null;
    }

    @Inject
    public OutboxRounds(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Runs a round, each in a transaction of its own, with the name of every database. */
    public void inEach(Consumer<String> round) {
        if (outbox == null) {
            throw new IllegalStateException("only the container's proxy has no outbox");
        }
        for (String database : outbox.databases()) {
            try {
                round.accept(database);
                silent.remove(database);
            } catch (EJBException | PersistenceException e) {
                Level level = silent.add(database) ? Level.WARNING : Level.FINE;
                LOG.log(level, e, () -> "a worker could not work in the database " + database + " and will try again");
            }
        }
    }
}
