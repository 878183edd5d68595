package io.frontless.identity.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.entity.AccountRows;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.OpenSession;
import io.frontless.vault.control.Digests;
import io.frontless.vault.control.Passwords;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions by address and password. Known and unknown addresses are answered in the same words and by the same steps. Guesses are counted before
 * they are looked at; a browser that has signed in before has a count of its own, so that somebody who guesses cannot lock a person out.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    @Inject
    Addresses addresses;

    @Inject
    Passwords passwords;

    @Inject
    NewPasswords newPasswords;

    @Inject
    Permits permits;

    @Inject
    Devices devices;

    @Inject
    CommandGateway gateway;

    @Inject
    FailedSignIns failures;

    @Inject
    Ids ids;

    /** Opens a session; DENIED where the address or the password is wrong, LIMIT after too many attempts. */
    public SignedIn signIn(String email, String password, Client client) {
        String address = BusinessAddress.canonical(email);
        Optional<AccountRows.Credentials> known = addresses.find(address);
        Person person = known.map(found -> person(found.account())).orElseGet(() -> nobody(address));
        boolean knownDevice = devices.knows(person, client.device());

        permits.take(Permit.SIGN_IN_CLIENT, client.network());
        Permit permit = knownDevice ? Permit.SIGN_IN_DEVICE : Permit.SIGN_IN_ADDRESS;
        String whose = knownDevice ? address + "|" + client.device() : address;
        permits.take(permit, whose);
        if (!isRight(password, known) || known.isEmpty()) {
            failures.note(person, client.description());
            throw new Rejection(Reason.DENIED, "the address or the password is wrong");
        }
        permits.forget(permit, whose);
        known.ifPresent(credentials -> remakeHash(credentials, password));
        return open(person, client, knownDevice ? client.device() : null);
    }

    private SignedIn open(Person person, Client client, @Nullable String knownDevice) {
        UUID session = ids.get();
        gateway.perform(person.self(), new OpenSession(session, client.description()));
        String device = knownDevice == null ? Digests.newToken() : knownDevice;
        return devices.issue(person, session, device);
    }

    /** After a rotation of the pepper, the password is seen in the clear again only here. */
    private void remakeHash(AccountRows.Credentials credentials, String password) {
        if (passwords.isOutdated(credentials.passwordHash())) {
            newPasswords.remake(
                    credentials.account().accountId(), credentials.passwordHash(), passwords.hash(password));
        }
    }

    private boolean isRight(String password, Optional<AccountRows.Credentials> known) {
        return password.length() <= 2 * Limits.PASSWORD_CHARS_MAX
                && passwords.matches(
                        password,
                        known.map(AccountRows.Credentials::passwordHash).orElse(null));
    }

    private static Person person(AccountRows.Row account) {
        return new Person(account.accountId(), account.email(), account.name());
    }

    /** Somebody who is not there, so that an unknown address takes the same way as a known one. */
    private Person nobody(String address) {
        return new Person(ids.get(), address, "nobody");
    }
}
