package io.frontless.mail.control;

import io.frontless.event.control.OutboxRounds;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Delivers the outbox's mail every second. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Postman {

    @Inject
    OutboxRounds rounds;

    @Inject
    MailRound round;

    /** One round; what fails is tried again later. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void deliver() {
        rounds.inEach(round::deliver);
    }
}
