package io.frontless.identity.control;

import io.frontless.identity.entity.AccountRows;
import io.frontless.identity.entity.MailedLinks;
import io.frontless.identity.entity.MailedLinks.Purpose;
import io.frontless.kernel.Ids;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What goes before a new password is set, each in a transaction of its own. */
@Stateless
public class NewPasswords {

    @Inject
    AccountRows accounts;

    @Inject
    MailedLinks links;

    @Inject
    WorkspaceContext context;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Puts a hash aside and answers the id by which the operation names it. */
    public UUID putAside(Person person, String passwordHash) {
        context.enterAccount(person.accountId());
        UUID passwordId = ids.get();
        accounts.putAside(person.accountId(), passwordId, passwordHash);
        return passwordId;
    }

    /** Puts a hash of the same password by a newer pepper in the place of the present one, unless that has changed meanwhile. */
    public void remake(UUID accountId, String present, String remade) {
        context.enterAccount(accountId);
        accounts.remake(accountId, present, remade);
    }

    /** Whose account it is. */
    public Optional<Person> owner(UUID accountId) {
        context.enterAccount(accountId);
        return accounts.findAll(List.of(accountId)).stream()
                .map(row -> new Person(row.accountId(), row.email(), row.name()))
                .findFirst();
    }

    /** Uses up the link of a forgotten password; whoever comes second is refused. */
    public void useLink(UUID linkId) {
        if (links.use(linkId, Purpose.PASSWORD, clock.instant()).isEmpty()) {
            throw Links.notOpen();
        }
    }
}
