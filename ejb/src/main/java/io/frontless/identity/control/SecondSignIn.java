package io.frontless.identity.control;

import io.frontless.identity.control.Challenges.Holder;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Assurance;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The second step of signing in: a code of the authenticator app, a passkey or a recovery code, after a right password. Guesses are counted before they are
 * looked at, and for a browser that has signed in before by themselves, so that who has found out a password cannot keep its person out.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondSignIn {

    @Inject
    SecondSteps steps;

    @Inject
    Factors factors;

    @Inject
    Proofs proofs;

    @Inject
    Challenges challenges;

    @Inject
    RelyingParty party;

    @Inject
    Permits permits;

    @Inject
    Devices devices;

    @Inject
    NewSessions sessions;

    @Inject
    FailedSignIns failures;

    @Inject
    FactorLetters letters;

    /** Whether a sign-in waits under this token, and for what. */
    public FactorsView waiting(String token) {
        return factors.of(owner(token).self());
    }

    /** What asks for one of the account's passkeys. */
    public Map<String, @Nullable Object> passkeyRequest(String token) {
        Person person = owner(token);
        permits.take(Permit.PASSKEY_ACCOUNT, person.accountId().toString());
        return party.request(challenges.issue(Holder.pending(token)), factors.passkeys(person.self()));
    }

    /** Opens the session; DENIED where the factor is wrong, was used before, or the sign-in waits no more. */
    public SignedIn finish(String token, Proof proof, Client client) {
        permits.take(Permit.LINK_CLIENT, client.network());
        Person person = owner(token);
        boolean known = devices.knows(person, client.device());
        String whose = known
                ? person.accountId() + "|" + client.device()
                : person.accountId().toString();
        permits.take(Permit.SECOND_FACTOR, whose);
        if (proof instanceof Proof.Password || !proofs.isRight(person, proof, Holder.pending(token))) {
            failures.note(person, proof.what() + " was wrong, from " + client.description());
            throw new Rejection(Reason.DENIED, proof.what() + " is wrong, or was used before");
        }
        if (!steps.use(person, token)) {
            throw overdue();
        }
        permits.forget(Permit.SECOND_FACTOR, whose);
        SignedIn signedIn = sessions.open(person, client, Assurance.TWO_FACTORS);
        if (proof instanceof Proof.Recovery) {
            letters.tell(
                    person,
                    "Somebody signed in with one of your recovery codes, of which "
                            + factors.of(person.self()).recoveryCodesLeft() + " are left");
        }
        return signedIn;
    }

    private Person owner(String token) {
        return steps.owner(token).orElseThrow(SecondSignIn::overdue);
    }

    private static Rejection overdue() {
        return new Rejection(Reason.DENIED, "this sign-in waits no more: begin again with your password");
    }
}
