package io.frontless.record.control;

import io.frontless.event.control.OutboxRounds;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Removes staged files that were committed, or that nobody came back for. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportSweeper {

    @Inject
    OutboxRounds rounds;

    @Inject
    SweepRound round;

    /** One round; what fails is tried again in the next. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void sweep() {
        rounds.inEach(round::sweep);
    }
}
