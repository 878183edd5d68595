package io.frontless.identity.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.control.Challenges.Holder;
import io.frontless.identity.entity.AccountRows;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.UseRecoveryCode;
import io.frontless.vault.control.Passwords;
import io.frontless.vault.control.WebAuthn;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Looks at what people show to prove who they are. Each proof but the password is good once, also where it comes twice at the same moment. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Proofs {

    @Inject
    Addresses addresses;

    @Inject
    Passwords passwords;

    @Inject
    Factors factors;

    @Inject
    Challenges challenges;

    @Inject
    WebAuthn webAuthn;

    @Inject
    RelyingParty party;

    @Inject
    CommandGateway gateway;

    /** Whether a proof is right for a person; {@code holder} is whom a passkey's challenge was given to. Counted before by whoever asks. */
    public boolean isRight(Person person, Proof proof, Holder holder) {
        if (proof instanceof Proof.Password password) {
            return isRight(person, password.password());
        }
        if (proof instanceof Proof.Code code) {
            return factors.accept(person.self(), code.code());
        }
        if (proof instanceof Proof.Recovery recovery) {
            return factors.recoveryCode(person.self(), recovery.code())
                    .filter(code -> use(person, code))
                    .isPresent();
        }
        return proof instanceof Proof.Passkey passkey
                && claim(passkey, holder)
                        .filter(claim -> factors.accept(
                                person.self(), claim, passkey.answer(), party.ceremony(claim.challenge())))
                        .isPresent();
    }

    /** What a passkey's answer claims, whose challenge is used up with it; none where it cannot be read or was not this holder's to sign. */
    public Optional<WebAuthn.Claim> claim(Proof.Passkey passkey, Holder holder) {
        return passkey.answer().length() > Limits.PASSKEY_ANSWER_CHARS_MAX
                ? Optional.empty()
                : webAuthn.claim(passkey.answer()).filter(claim -> challenges.use(claim.challenge(), holder));
    }

    private boolean isRight(Person person, String password) {
        String hash = addresses
                .find(person.email())
                .map(AccountRows.Credentials::passwordHash)
                .orElse(null);
        return password.length() <= 2 * Limits.PASSWORD_CHARS_MAX && passwords.matches(password, hash);
    }

    /** Another request may have used it a moment before. */
    private boolean use(Person person, UUID code) {
        try {
            gateway.perform(person.self(), new UseRecoveryCode(code));
            return true;
        } catch (Rejection rejection) {
            if (rejection.reason() == Reason.NOT_FOUND) {
                return false;
            }
            throw rejection;
        }
    }
}
