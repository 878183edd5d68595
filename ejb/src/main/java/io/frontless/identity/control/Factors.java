package io.frontless.identity.control;

import io.frontless.identity.entity.PasskeyRows;
import io.frontless.identity.entity.PasskeyRows.Credential;
import io.frontless.identity.entity.RecoveryRows;
import io.frontless.identity.entity.SessionRows;
import io.frontless.identity.entity.TotpRows;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.RecoveryCode;
import io.frontless.vault.control.TotpSecrets;
import io.frontless.vault.control.WebAuthn;
import io.frontless.vault.control.WebAuthn.Registered;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A person's factors: what there is, whether one was shown, and what is put aside before an operation puts it into use. */
@Stateless
@InWorkspace
public class Factors {

    @Inject
    TotpRows totp;

    @Inject
    TotpSecrets secrets;

    @Inject
    PasskeyRows passkeys;

    @Inject
    RecoveryRows recovery;

    @Inject
    SessionRows sessions;

    @Inject
    AccountState accounts;

    @Inject
    WebAuthn webAuthn;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** What there is. */
    public FactorsView of(Caller self) {
        UUID accountId = self.workspaceId();
        return new FactorsView(
                totp.enabled(accountId).map(TotpRows.Row::enabledAt).orElse(null),
                passkeys.all(accountId).stream()
                        .map(row -> new FactorsView.PasskeyView(
                                row.passkeyId(),
                                row.label(),
                                Objects.requireNonNull(row.addedAt()),
                                row.usedAt(),
                                row.credential().backedUp()))
                        .toList(),
                recovery.left(accountId));
    }

    /** The passkeys in use. */
    public List<PasskeyRows.Row> passkeys(Caller self) {
        return passkeys.all(self.workspaceId());
    }

    /** Puts a new secret for an app aside, and forgets those that were; its id. */
    public UUID putAsideSecret(Caller self) {
        UUID accountId = self.workspaceId();
        accounts.lock(self.workspaceId());
        totp.allAside(accountId).forEach(row -> {
            totp.remove(accountId, row.secretId());
            secrets.forget(accountId, row.secretId());
        });
        UUID secretId = secrets.create(accountId);
        totp.putAside(accountId, secretId);
        return secretId;
    }

    /** The text of a secret that is put aside, for the app to take it; NOT_FOUND once it has waited for too long. */
    public String secretText(Caller self, UUID secretId) {
        return secrets.text(self.actor(), waiting(self, secretId).secretId());
    }

    /** Whether this is the first code of a secret that is put aside. */
    public boolean acceptFirst(Caller self, UUID secretId, String code) {
        return accept(self, waiting(self, secretId).secretId(), code);
    }

    /** Whether this is the app's present code, and none that was accepted before. */
    public boolean accept(Caller self, String code) {
        return totp.enabled(self.workspaceId())
                .filter(row -> accept(self, row.secretId(), code))
                .isPresent();
    }

    /** The unused recovery code that somebody typed, if it is one. */
    public Optional<UUID> recoveryCode(Caller self, String typed) {
        return recovery.find(self.workspaceId(), RecoveryCode.typed(typed).hash());
    }

    /** Whether a browser's answer is signed by one of the account's passkeys, with its counter ahead. */
    public boolean accept(Caller self, WebAuthn.Claim claim, String answer, WebAuthn.Ceremony ceremony) {
        UUID accountId = self.workspaceId();
        Optional<PasskeyRows.Row> known = passkeys.byCredential(accountId, claim.credentialId());
        return known.flatMap(row -> webAuthn.use(answer, ceremony, registered(row.credential())))
                .filter(used -> passkeys.noteUse(
                        accountId, known.orElseThrow().passkeyId(), used.signCount(), used.backedUp(), clock.instant()))
                .isPresent();
    }

    /** Puts a new passkey aside; its id. */
    public UUID putAside(Caller self, String label, Registered made) {
        UUID passkeyId = ids.get();
        accounts.lock(self.workspaceId());
        passkeys.putAside(
                self.workspaceId(),
                passkeyId,
                label,
                new Credential(
                        made.credentialId(),
                        made.credential(),
                        made.signCount(),
                        made.backupEligible(),
                        made.backedUp(),
                        made.transports()));
        return passkeyId;
    }

    /** Puts recovery codes aside; the id of their set. */
    public UUID putAside(Caller self, List<RecoveryCode> codes) {
        UUID setId = ids.get();
        Map<UUID, byte[]> hashes = new LinkedHashMap<>();
        codes.forEach(code -> hashes.put(ids.get(), code.hash()));
        recovery.putAside(self.workspaceId(), setId, hashes);
        return setId;
    }

    /** Whether the person of a session has proved who they are of late. */
    public boolean isConfirmed(Caller self, UUID session) {
        return sessions.isConfirmedSince(
                self.workspaceId(), session, clock.instant().minus(Limits.CONFIRMATION_LIFETIME));
    }

    /** Notes that the person of a session has just proved who they are; by a factor, if they did. */
    public void confirm(Caller self, UUID session, boolean byFactor) {
        sessions.confirm(self.workspaceId(), session, clock.instant());
        if (byFactor) {
            sessions.strengthen(self.workspaceId(), session, clock.instant());
        }
    }

    private TotpRows.Row waiting(Caller self, UUID secretId) {
        return totp.aside(self.workspaceId(), secretId)
                .filter(row -> clock.instant().isBefore(row.madeAt().plus(Limits.ENROLMENT_LIFETIME)))
                .orElseThrow(() -> Rejection.notFound("secret", secretId));
    }

    private boolean accept(Caller self, UUID secretId, String code) {
        UUID accountId = self.workspaceId();
        OptionalLong step = secrets.step(self.actor(), secretId, code.replaceAll("\\s", ""), clock.instant());
        return step.isPresent() && totp.accept(accountId, secretId, step.getAsLong());
    }

    private static Registered registered(Credential kept) {
        return new Registered(
                kept.credentialId(),
                kept.credential(),
                kept.signCount(),
                kept.backupEligible(),
                kept.backedUp(),
                kept.transports());
    }
}
