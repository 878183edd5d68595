package io.frontless.connection.control;

import io.frontless.event.control.Outbox;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One round through the promises to give tokens back: its transaction holds them, so that two nodes do not work at the same one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RevocationRound {

    /** The kind of the effect that the outbox keeps until the tokens are given back. */
    static final String KIND = "connection.revoke";

    private static final Logger LOG = Logger.getLogger(RevocationRound.class.getName());
    private static final int GRANTS = 5;

    @Inject
    Outbox outbox;

    @Inject
    Revocation revocation;

    /** Gives back what is due in a database; what fails is tried again later, and forgotten after days. */
    public void run(String database) {
        for (Outbox.Due due : outbox.due(database, KIND, GRANTS)) {
            UUID grant = id(due, "grant");
            Caller caller = new Caller(
                    id(due, "workspace"), new Actor(Actor.Kind.CONNECTION, grant, "Revocation"), Role.ADMIN.access());
            try {
                if (due.attempts() < Limits.REVOCATIONS_MAX) {
                    revocation.run(caller, grant);
                } else {
                    revocation.forget(caller, grant);
                }
                outbox.delivered(due);
            } catch (Rejection failure) {
                LOG.log(Level.WARNING, failure, () -> "the tokens of the grant " + grant + " are not given back yet");
                outbox.failed(due);
            }
        }
    }

    private static UUID id(Outbox.Due due, String name) {
        return UUID.fromString(String.valueOf(due.payload().get(name)));
    }
}
