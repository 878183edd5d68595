package io.frontless.assistant.control;

import io.frontless.engine.control.Faults;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Origins;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has a turn worked on while its author looks on. The turn is the same as one that is waited for, and is kept even where they look away. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WatchedTurns {

    private static final Logger LOG = Logger.getLogger(WatchedTurns.class.getName());

    @Inject
    Conversations conversations;

    @Inject
    TurnStore turns;

    @Inject
    Origins origins;

    @Resource
    @Nullable
    ManagedExecutorService executor;

    /** Who looks on: is told of the stages, and at the end of the turn or why there is none. */
    public interface Watcher extends TurnProgress {

        /** The turn is there. */
        void done(TurnView turn);

        /** It was refused. */
        void refused(Rejection rejection);
    }

    /** Begins to say a sentence; NOT_FOUND for a conversation that is not the caller's, UNAVAILABLE where too much is being worked at. */
    public void say(Caller caller, UUID conversationId, String sentence, Watcher watcher) {
        turns.requireOwn(caller, conversationId);
        if (executor == null) {
            throw new IllegalStateException("the container gave no executor");
        }
        String address = origins.address();
        try {
            executor.execute(() -> origins.as(address, () -> run(caller, conversationId, sentence, watcher)));
        } catch (RejectedExecutionException e) {
            throw new Rejection(Reason.UNAVAILABLE, "too much is being worked at; try again later");
        }
    }

    private void run(Caller caller, UUID conversationId, String sentence, Watcher watcher) {
        TurnView turn;
        try {
            turn = conversations.say(caller, conversationId, sentence, watcher);
        } catch (RuntimeException e) {
            if (Faults.rejectionOf(e).isEmpty()) {
                LOG.log(Level.SEVERE, e, () -> "a bug in a turn of conversation " + conversationId);
            }
            watcher.refused(Faults.rejectionOf(e)
                    .orElseGet(() -> new Rejection(Reason.UNAVAILABLE, "something went wrong on our side")));
            return;
        }
        watcher.done(turn);
    }
}
