package io.frontless.record.control;

import io.frontless.event.control.Outbox;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Removes staged files that were committed, or that nobody came back for. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ImportSweeper {

    private static final int FILES_PER_ROUND = 20;

    @Inject
    Outbox outbox;

    @Inject
    ImportRemoval removal;

    /** One round; what fails is tried again in the next. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void sweep() {
        for (Outbox.Due due : outbox.due(ImportRemoval.KIND, FILES_PER_ROUND)) {
            removal.remove(due.payload());
            outbox.delivered(due);
        }
    }
}
