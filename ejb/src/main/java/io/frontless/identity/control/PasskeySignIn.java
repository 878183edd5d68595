package io.frontless.identity.control;

import io.frontless.identity.control.Challenges.Holder;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.Digests;
import io.frontless.vault.control.WebAuthn;
import io.frontless.workspace.control.Assurance;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs in by a passkey alone: the authenticator says whose it is and has verified that person, so neither address nor password is asked for. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasskeySignIn {

    @Inject
    Challenges challenges;

    @Inject
    RelyingParty party;

    @Inject
    Permits permits;

    @Inject
    Proofs proofs;

    @Inject
    Factors factors;

    @Inject
    NewPasswords accounts;

    @Inject
    NewSessions sessions;

    @Inject
    FailedSignIns failures;

    /**
     * A ceremony that was begun.
     *
     * @param token by which the one who began it goes on
     * @param request for the browser
     */
    public record Begun(String token, Map<String, @Nullable Object> request) {}

    /** Begins one, for whoever asks. */
    public Begun begin(Client client) {
        permits.take(Permit.PASSKEY_CLIENT, client.network());
        String token = Digests.newToken();
        return new Begun(token, party.request(challenges.issue(Holder.stranger(token)), List.of()));
    }

    /** Opens a session; DENIED in one way whatever is wrong with the passkey, also where there is no such account. */
    public SignedIn signIn(String token, Proof.Passkey passkey, Client client) {
        permits.take(Permit.SIGN_IN_CLIENT, client.network());
        Optional<WebAuthn.Claim> claim = proofs.claim(passkey, Holder.stranger(token));
        Person person = claim.flatMap(claimed -> RelyingParty.account(claimed.userHandle()))
                .flatMap(accounts::owner)
                .orElseThrow(PasskeySignIn::wrong);
        WebAuthn.Ceremony ceremony = party.ceremony(claim.orElseThrow().challenge());
        if (!factors.accept(person.self(), claim.orElseThrow(), passkey.answer(), ceremony)) {
            failures.note(person, "the passkey was wrong, from " + client.description());
            throw wrong();
        }
        return sessions.open(person, client, Assurance.TWO_FACTORS);
    }

    private static Rejection wrong() {
        return new Rejection(
                Reason.DENIED, "this passkey does not sign in here: it was removed, or is of another site");
    }
}
