package io.frontless.identity.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.entity.AccountRows;
import io.frontless.identity.entity.MailedLinks;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateAccount;
import io.frontless.operation.EndSession;
import io.frontless.operation.EndSession.Cause;
import io.frontless.operation.OpenSession;
import io.frontless.vault.control.Digests;
import io.frontless.vault.control.Passwords;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts and sessions of people for whom a workspace's identity provider speaks. The events of it name the connection, not the person. What comes of a
 * provider's word is a session for that workspace alone; an account made on it has no password that anybody knows, until its person sets one by mail.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderAccess {

    @Inject
    Addresses addresses;

    @Inject
    MailDomains mailDomains;

    @Inject
    Passwords passwords;

    @Inject
    LimitedSessions sessions;

    @Inject
    NewPasswords accounts;

    @Inject
    Devices devices;

    @Inject
    CommandGateway gateway;

    @Inject
    Ids ids;

    /** The person of an address, if it has an account. */
    public Optional<Person> byAddress(String email) {
        return addresses
                .find(mailDomains.require(email))
                .map(AccountRows.Credentials::account)
                .map(row -> new Person(row.accountId(), row.email(), row.name()));
    }

    /** The person of an account. */
    public Optional<Person> byId(UUID accountId) {
        return accounts.owner(accountId);
    }

    /** Makes the account of an address that has none; CONFLICT where somebody was faster. */
    public Person create(Actor connection, String email, String name) {
        String address = mailDomains.require(email);
        Person person = new Person(ids.get(), address, name);
        MailedLinks.Row link = new MailedLinks.Row(ids.get(), null, address, name);
        sessions.putAside(link, passwords.hash(Digests.newToken()));
        gateway.perform(scope(connection, person.accountId()), new CreateAccount(link.linkId(), address, name));
        return person;
    }

    /** Opens a session that is good for the workspace of the provider alone. */
    public SignedIn open(Actor connection, UUID workspaceId, Person person, Client client) {
        UUID session = ids.get();
        gateway.perform(scope(connection, person.accountId()), new OpenSession(session, client.description(), false));
        sessions.limit(person.accountId(), session, workspaceId, connection.id());
        String device = Optional.ofNullable(client.device()).orElseGet(Digests::newToken);
        return devices.issue(person, session, device);
    }

    /** Ends every session that the workspace's provider has opened for somebody. */
    public void end(Actor by, UUID workspaceId, UUID accountId) {
        for (UUID session : sessions.openedBy(accountId, workspaceId)) {
            try {
                gateway.perform(scope(by, accountId), new EndSession(session, Cause.DEPROVISIONED));
            } catch (Rejection gone) {
                if (gone.reason() != Reason.NOT_FOUND) {
                    throw gone;
                }
            }
        }
    }

    private static Caller scope(Actor connection, UUID accountId) {
        return new Caller(accountId, connection, Access.ofSelf());
    }
}
