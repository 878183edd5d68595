package io.frontless.access.control;

import io.frontless.workspace.control.Places;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;

/** Reads what a mailed token invites to, for whoever brings it. The token does not tell its workspace, so all databases are asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvitationQueries {

    @Inject
    InvitationSearch search;

    @Inject
    Places places;

    /**
     * What it invites to; a link that does not work is refused in one way. Nothing is used up. A database that does not answer matters only where no other
     * knows the token.
     */
    public Invited find(String token) {
        RuntimeException unreachable = null;
        for (String database : places.databases()) {
            try {
                Optional<Invited> found = search.find(database, token);
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (EJBException | PersistenceException e) {
                unreachable = e;
            }
        }
        if (unreachable != null) {
            throw unreachable;
        }
        throw Invitations.doesNotWork();
    }
}
