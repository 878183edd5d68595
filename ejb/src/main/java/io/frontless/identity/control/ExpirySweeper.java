package io.frontless.identity.control;

import io.frontless.identity.entity.ExpiredRows;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Removes, once a night, sessions, mailed links and permits that expired long ago. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExpirySweeper {

    /** Each removes a few thousand rows at most; what is left waits for the next night. */
    private static final int ROUNDS_MAX = 1_000;

    @Inject
    ExpiredRows rows;

    /** Until nothing is left. */
    @Schedule(hour = "3", minute = "20", persistent = false)
    public void sweep() {
        for (int round = 0; round < ROUNDS_MAX && rows.forget() > 0; round++) {
            // The count is all there is to know.
        }
    }
}
