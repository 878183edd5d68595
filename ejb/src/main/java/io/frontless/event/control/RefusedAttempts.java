package io.frontless.event.control;

import io.frontless.event.entity.Attempts;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.Origins;
import io.frontless.workspace.control.TransactionMemory;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers what was tried and refused, in a transaction of its own: the one that was refused is rolled back. */
@Stateless
@InWorkspace
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefusedAttempts {

    @Inject
    Attempts attempts;

    @Inject
    TransactionMemory memory;

    @Inject
    FreshEvents fresh;

    @Inject
    Origins origins;

    /** Writes one down. */
    public void record(Caller caller, String action, Rejection rejection, @Nullable UUID planId) {
        Actor actor = caller.actor();
        String message = rejection.message();
        String kept = message.substring(0, Math.min(message.length(), Limits.TEXT_CHARS_MAX));
        attempts.add(
                caller.workspaceId(),
                actor.kind().name(),
                actor.id(),
                new Attempts.Refusal(action, rejection.reason().name(), kept, planId, origins.address()));
        memory.afterCommit(() -> fresh.add(caller.workspaceId()));
    }
}
