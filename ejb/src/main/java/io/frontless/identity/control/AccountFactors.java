package io.frontless.identity.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.control.Challenges.Holder;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AddPasskey;
import io.frontless.operation.DisableTotp;
import io.frontless.operation.EnableTotp;
import io.frontless.operation.RemovePasskey;
import io.frontless.operation.RenamePasskey;
import io.frontless.operation.RenewRecoveryCodes;
import io.frontless.vault.control.RecoveryCode;
import io.frontless.vault.control.WebAuthn;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people change of the ways they sign in. All of it wants that they have proved of late who they are, is told by mail, and ends their other sessions,
 * names excepted. The first factor brings recovery codes along, which are shown once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountFactors {

    private static final String PURPOSE = "new passkey";

    @Inject
    Factors factors;

    @Inject
    Confirmations confirmations;

    @Inject
    Challenges challenges;

    @Inject
    WebAuthn webAuthn;

    @Inject
    RelyingParty party;

    @Inject
    Permits permits;

    @Inject
    CommandGateway gateway;

    @Inject
    FactorLetters letters;

    /** Makes a secret for an authenticator app; nothing changes before its first code is shown. */
    public TotpEnrolment beginTotp(Presence here) {
        confirmations.require(here);
        Person person = here.person();
        if (factors.of(person.self()).app()) {
            throw Rejection.conflict("app", "no authenticator app in use yet", "one that is");
        }
        return enrolment(here, factors.putAsideSecret(person.self()));
    }

    /** The same secret once more; NOT_FOUND once it has waited for too long. */
    public TotpEnrolment enrolment(Presence here, UUID secretId) {
        confirmations.require(here);
        Person person = here.person();
        return new TotpEnrolment(secretId, person.email(), factors.secretText(person.self(), secretId));
    }

    /** Puts the app into use by its first code, and answers the recovery codes that come with the first factor; none where there was one. */
    public List<String> enableTotp(Presence here, UUID secretId, String code) {
        confirmations.require(here);
        Person person = here.person();
        permits.take(Permit.SECOND_FACTOR, person.accountId().toString());
        boolean first = !factors.of(person.self()).any();
        if (!factors.acceptFirst(person.self(), secretId, code)) {
            throw Rejection.invalid("code", "the app's present code, of 6 digits", "another");
        }
        permits.forget(Permit.SECOND_FACTOR, person.accountId().toString());
        gateway.perform(person.self(), new EnableTotp(secretId, here.session()));
        letters.tell(person, "An authenticator app is asked for from now on when you sign in");
        return first ? renewed(person) : List.of();
    }

    /** Ends the use of the app. */
    public void disableTotp(Presence here) {
        confirmations.require(here);
        gateway.perform(here.person().self(), new DisableTotp(here.session()));
        letters.tell(here.person(), "Your authenticator app is not asked for any more when you sign in");
    }

    /** What makes a new passkey. */
    public Map<String, @Nullable Object> beginPasskey(Presence here) {
        confirmations.require(here);
        Person person = here.person();
        permits.take(Permit.PASSKEY_ACCOUNT, person.accountId().toString());
        String challenge = challenges.issue(Holder.session(here.session(), PURPOSE));
        return party.creation(person, challenge, factors.passkeys(person.self()));
    }

    /** Adds the passkey that a browser has made, and answers as {@link #enableTotp}. */
    public List<String> addPasskey(Presence here, String label, String answer) {
        confirmations.require(here);
        Person person = here.person();
        String named = RenamePasskey.requireLabel(label);
        UUID passkeyId = factors.putAside(person.self(), named, made(here, answer));
        boolean first = !factors.of(person.self()).any();
        gateway.perform(person.self(), new AddPasskey(passkeyId, here.session()));
        letters.tell(person, "The passkey \"" + named + "\" was added, with which you can sign in from now on");
        return first ? renewed(person) : List.of();
    }

    /** Changes what a passkey is called. */
    public void renamePasskey(Presence here, UUID passkeyId, String label) {
        confirmations.require(here);
        String named = RenamePasskey.requireLabel(label);
        gateway.perform(here.person().self(), new RenamePasskey(passkeyId, named));
        letters.tell(here.person(), "One of your passkeys is called \"" + named + "\" from now on");
    }

    /** Ends the use of a passkey. */
    public void removePasskey(Presence here, UUID passkeyId) {
        confirmations.require(here);
        gateway.perform(here.person().self(), new RemovePasskey(passkeyId, here.session()));
        letters.tell(here.person(), "One of your passkeys was removed and opens nothing any more");
    }

    /** New recovery codes; those before are worth nothing. CONFLICT where there is no factor that could be lost. */
    public List<String> renewCodes(Presence here) {
        confirmations.require(here);
        Person person = here.person();
        if (!factors.of(person.self()).any()) {
            throw Rejection.conflict("factors", "an authenticator app or a passkey", "none");
        }
        List<String> codes = renewed(person);
        letters.tell(person, "You have new recovery codes; those you had before are worth nothing");
        return codes;
    }

    private WebAuthn.Registered made(Presence here, String answer) {
        if (answer.length() > Limits.PASSKEY_ANSWER_CHARS_MAX) {
            throw Rejection.of(
                    Reason.LIMIT, "passkey", "at most " + Limits.PASSKEY_ANSWER_CHARS_MAX + " characters", "more");
        }
        return webAuthn.challengeOfRegistration(answer)
                .filter(challenge -> challenges.use(challenge, Holder.session(here.session(), PURPOSE)))
                .flatMap(challenge -> webAuthn.register(answer, party.ceremony(challenge)))
                .orElseThrow(
                        () -> Rejection.invalid("passkey", "a new passkey for this site, just asked for", "another"));
    }

    private List<String> renewed(Person person) {
        List<RecoveryCode> codes = Stream.generate(RecoveryCode::random)
                .limit(Limits.RECOVERY_CODES)
                .toList();
        gateway.perform(person.self(), new RenewRecoveryCodes(factors.putAside(person.self(), codes)));
        return codes.stream().map(RecoveryCode::text).toList();
    }
}
