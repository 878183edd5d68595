package io.frontless.identity.control;

import io.frontless.event.control.Outbox;
import io.frontless.workspace.control.Places;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has the copies of accounts in dedicated databases follow what people change, every other second. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AccountFollower {

    private static final Logger LOG = Logger.getLogger(AccountFollower.class.getName());
    private static final int ACCOUNTS_PER_ROUND = 20;

    @Inject
    Outbox outbox;

    @Inject
    AccountCopies copies;

    @Inject
    Places places;

    /** One round; accounts change in the shared database alone. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void follow() {
        for (Outbox.Due due : outbox.due(Places.SHARED, AccountFollowing.KIND, ACCOUNTS_PER_ROUND)) {
            try {
                AccountFollowing.seats(due.payload()).stream()
                        .map(places::of)
                        .filter(database -> !database.equals(Places.SHARED))
                        .distinct()
                        .forEach(database -> copies.put(database, AccountFollowing.person(due.payload())));
                outbox.delivered(due);
            } catch (EJBException | PersistenceException e) {
                LOG.log(Level.INFO, e, () -> "copies of account " + due.id() + " will be tried again");
                outbox.failed(due);
            }
        }
    }
}
