package io.frontless.identity.control;

import io.frontless.identity.control.Challenges.Holder;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets people prove once more who they are, before they change what they sign in with. Having just signed in is as good. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Confirmations {

    private static final String PURPOSE = "confirmation";

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
    FailedSignIns failures;

    /** What asks for one of the person's passkeys. */
    public Map<String, @Nullable Object> passkeyRequest(Presence here) {
        permits.take(Permit.PASSKEY_ACCOUNT, here.person().accountId().toString());
        String challenge = challenges.issue(Holder.session(here.session(), PURPOSE));
        return party.request(challenge, factors.passkeys(here.person().self()));
    }

    /** Takes the password, a code of the app or a passkey; DENIED where it is wrong. */
    public void confirm(Presence here, Proof proof) {
        Person person = here.person();
        Permit permit = proof instanceof Proof.Password ? Permit.REPEAT_PASSWORD : Permit.SECOND_FACTOR;
        permits.take(permit, person.accountId().toString());
        if (proof instanceof Proof.Recovery
                || !proofs.isRight(person, proof, Holder.session(here.session(), PURPOSE))) {
            failures.note(person, proof.what() + " was wrong, repeated in a session");
            throw new Rejection(Reason.DENIED, proof.what() + " is wrong");
        }
        permits.forget(permit, person.accountId().toString());
        factors.confirm(person.self(), here.session(), !(proof instanceof Proof.Password));
    }

    /** Whether the person has proved it of late. */
    public boolean isRecent(Presence here) {
        return factors.isConfirmed(here.person().self(), here.session());
    }

    /** Refuses as DENIED, with the field {@code confirmation}, where they have not. */
    public void require(Presence here) {
        if (!isRecent(here)) {
            throw new Rejection(
                    Reason.DENIED,
                    "prove first that it is you: by your password, a code or a passkey",
                    List.of(new Rejection.Detail("confirmation", "one of the last minutes", "none")));
        }
    }
}
