package io.frontless.identity.control;

import io.frontless.identity.entity.AccountRows;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.Passwords;
import io.frontless.workspace.control.Assurance;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Signs in by address and password: opens a session, or asks for the second factor where the account has one. Known and unknown addresses are answered in the same words and by the same steps. Guesses are counted before
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
    Factors factors;

    @Inject
    SecondSteps steps;

    @Inject
    NewSessions sessions;

    @Inject
    FailedSignIns failures;

    @Inject
    Ids ids;

    /** The session or the next step; DENIED where the address or the password is wrong, LIMIT after too many attempts. */
    public SignInStep signIn(String email, String password, Client client) {
        String address = BusinessAddress.canonical(email);
        Optional<AccountRows.Credentials> known = addresses.find(address);
        Person person = known.map(found -> person(found.account())).orElseGet(() -> nobody(address));
        boolean knownDevice = devices.knows(person, client.device());

        permits.take(Permit.SIGN_IN_CLIENT, client.network());
        Permit permit = knownDevice ? Permit.SIGN_IN_DEVICE : Permit.SIGN_IN_ADDRESS;
        String whose = knownDevice ? address + "|" + client.device() : address;
        permits.take(permit, whose);
        if (!isRight(password, known) || known.isEmpty()) {
            failures.note(person, "the password was wrong, from " + client.description());
            throw new Rejection(Reason.DENIED, "the address or the password is wrong");
        }
        permits.forget(permit, whose);
        known.ifPresent(credentials -> remakeHash(credentials, password));
        FactorsView present = factors.of(person.self());
        return present.any() ? steps.begin(person, present) : sessions.open(person, client, Assurance.ONE_FACTOR);
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
