package io.frontless.identity.control;

import io.frontless.workspace.control.Memberships;
import io.frontless.workspace.control.Places;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Prepares that somebody can become a member of a workspace in a dedicated database: the installation notes where to ask for them, and then that
 * database gets a copy of their account. In this order, and both before they join, for no transaction can do it with the joining; what is one too many does no harm.
 */
@Dependent
public class Seats {

    private final Places places;
    private final Memberships memberships;
    private final AccountCopies copies;

    @Inject
    public Seats(Places places, Memberships memberships, AccountCopies copies) {
        this.places = places;
        this.memberships = memberships;
        this.copies = copies;
    }

    /** Prepares it; nothing needs to be done for a workspace in the shared database. */
    public void provide(Person person, UUID workspaceId) {
        String database = places.of(workspaceId);
        if (!database.equals(Places.SHARED)) {
            memberships.addSeat(person.accountId(), workspaceId);
            copies.put(database, person);
        }
    }
}
