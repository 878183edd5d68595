package io.frontless.connection.control;

import io.frontless.event.control.OutboxRounds;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Gives back, in the background, the tokens of what was disconnected or never used. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Revocations {

    @Inject
    OutboxRounds rounds;

    @Inject
    RevocationRound round;

    /** One round. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void round() {
        rounds.inEach(round::run);
    }
}
