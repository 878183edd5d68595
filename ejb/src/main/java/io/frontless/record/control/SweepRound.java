package io.frontless.record.control;

import io.frontless.event.control.Outbox;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes the staged files whose removal was promised in one database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SweepRound {

    private static final Logger LOG = Logger.getLogger(SweepRound.class.getName());
    private static final int FILES_PER_ROUND = 20;

    @Inject
    Outbox outbox;

    @Inject
    ImportRemoval removal;

    /** One round. A workspace that is being moved, or whose database does not answer, keeps the others from nothing. */
    public void sweep(String database) {
        for (Outbox.Due due : outbox.due(database, ImportRemoval.KIND, FILES_PER_ROUND)) {
            try {
                removal.remove(due.payload());
                outbox.delivered(due);
            } catch (EJBException | PersistenceException e) {
                LOG.log(Level.INFO, e, () -> "removal " + due.id() + " failed and will be tried again");
                outbox.failed(due);
            }
        }
    }
}
