package io.frontless.identity.control;

import io.frontless.event.control.OutboxRounds;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has the copies of accounts in dedicated databases follow what people change, every other second. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountFollower {

    @Inject
    OutboxRounds rounds;

    @Inject
    AccountRound round;

    /** One round. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void follow() {
        rounds.inEach(round::follow);
    }
}
