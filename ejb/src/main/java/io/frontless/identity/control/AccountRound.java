package io.frontless.identity.control;

import io.frontless.event.control.Outbox;
import io.frontless.workspace.control.Places;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has the copies of accounts in dedicated databases follow what was promised in a database; one that does not answer keeps the others from nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AccountRound {

    private static final Logger LOG = Logger.getLogger(AccountRound.class.getName());
    private static final int ACCOUNTS_PER_ROUND = 20;

    @Inject
    Outbox outbox;

    @Inject
    AccountCopies copies;

    @Inject
    Places places;

    /** One round; what fails is tried again later. */
    public void follow(String promisedIn) {
        for (Outbox.Due due : outbox.due(promisedIn, AccountFollowing.KIND, ACCOUNTS_PER_ROUND)) {
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
