package io.frontless.vault.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.VaultRef;
import io.frontless.vault.entity.KeyRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The secrets of authenticator apps, kept by the vault in the scope of their account, which gets its key with the first of them. Used inside a transaction
 * that is already in that scope. Each opening leaves an event in the account's own log.
 */
@Dependent
public class TotpSecrets {

    private static final String PURPOSE = "totp";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vault vault;
    private final KeyRows rows;

    @Inject
    public TotpSecrets(Vault vault, KeyRows rows) {
        this.vault = vault;
        this.rows = rows;
    }

    /** Makes and keeps a secret, and answers its id. */
    public UUID create(UUID accountId) {
        if (rows.newestKey(accountId).isEmpty()) {
            vault.createWorkspaceKey(accountId);
        }
        byte[] bytes = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        try (Secret secret = Secret.of(bytes)) {
            return vault.keep(accountId, PURPOSE, secret).secretId();
        }
    }

    /** The secret in base32, as an app takes it: only to be shown while the app is set up. */
    public String text(Actor person, UUID secretId) {
        return vault.use(person, ref(person.id(), secretId), PURPOSE, secret -> secret.read(Base32::of));
    }

    /** The time step that a code is of, one before or after the present one included; none where the code is wrong. */
    public OptionalLong step(Actor person, UUID secretId, String code, Instant now) {
        return vault.use(
                person, ref(person.id(), secretId), PURPOSE, secret -> secret.read(key -> Totp.step(key, code, now)));
    }

    /** Forgets a secret. */
    public void forget(UUID accountId, UUID secretId) {
        vault.forget(ref(accountId, secretId));
    }

    private static VaultRef ref(UUID accountId, UUID secretId) {
        return new VaultRef(accountId, secretId);
    }
}
