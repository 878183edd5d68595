package io.frontless.keys.control;

import io.frontless.event.control.OutboxRounds;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Seals anew, in the background, what old keys of rotated workspaces seal, and does what was promised of the installation's keys. The promise is kept when nothing is left to do, so whatever ends a
 * round, a kill of the process too, the next one goes on where it was. People see how far it is by how many secrets the old versions still seal.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Resealing {

    @Inject
    OutboxRounds rounds;

    @Inject
    ResealRound round;

    @Inject
    InstallationKeyRound installation;

    /** One round. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void round() {
        rounds.inEach(round::run);
        rounds.inEach(installation::run);
    }
}
