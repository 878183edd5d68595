package io.frontless.vault.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.kernel.VaultRef;
import io.frontless.vault.entity.KeyRows;
import io.frontless.vault.entity.KeyRows.Encrypted;
import io.frontless.vault.entity.KeyRows.WrappedKey;
import io.frontless.vault.envelope.AssociatedData;
import io.frontless.vault.envelope.TamperedException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Keeps secrets of a workspace, or of an account's scope, under its own key, and that under the HSM's root key. What touches rows runs inside a
 * transaction that has entered that workspace or scope; to open what was found needs none, so nobody has to hold a connection while they call another host.
 */
@Dependent
public class Vault {

    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");
    private static final int PURPOSE_CHARS_MAX = 64;

    private final KeyRows rows;
    private final WorkspaceKeys keys;
    private final UseLog log;
    private final Ids ids;

    @Inject
    public Vault(KeyRows rows, WorkspaceKeys keys, UseLog log, Ids ids) {
        this.rows = rows;
        this.keys = keys;
        this.log = log;
        this.ids = ids;
    }

    /** Makes the first key of a new workspace. */
    public void createWorkspaceKey(UUID workspaceId) {
        rows.addKey(workspaceId, keys.create(workspaceId, 1));
    }

    /**
     * Keeps a secret for one purpose, such as {@code mailbox.refresh-token}, and answers where. The caller closes it. SEALED with the HSM away, or once
     * the workspace's keys were destroyed.
     */
    public VaultRef keep(UUID workspaceId, String purpose, Secret secret) {
        requirePurpose(purpose);
        VaultRef ref = new VaultRef(workspaceId, ids.get());
        rows.addSecret(workspaceId, ref.secretId(), encrypted(ref, purpose, secret));
        return ref;
    }

    /** Puts another secret in the place of one, such as the refresh token that follows it; NOT_FOUND where none is kept there for this purpose. */
    public void replace(VaultRef ref, String purpose, Secret secret) {
        requirePurpose(purpose);
        if (!rows.replaceSecret(ref.workspaceId(), ref.secretId(), encrypted(ref, purpose, secret))) {
            throw Rejection.notFound("secret", ref.secretId());
        }
    }

    /** Deletes a secret, if it is there. */
    public void forget(VaultRef ref) {
        rows.deleteSecret(ref.workspaceId(), ref.secretId());
    }

    /** Finds a secret without opening it; NOT_FOUND for any purpose but the one it was kept for, SEALED once its key was destroyed. */
    public SealedSecret find(VaultRef ref, String purpose) {
        Encrypted stored = rows.secret(ref.workspaceId(), ref.secretId())
                .filter(secret -> secret.purpose().equals(purpose))
                .orElseThrow(() -> Rejection.notFound("secret", ref.secretId()));
        return new SealedSecret(ref, stored, keys.living(ref.workspaceId(), stored.keyVersion()));
    }

    /**
     * Opens a secret only while {@code action} runs, and writes down before that who opens it for what: an event {@code secret.use} of the workspace, committed by
     * itself, so that it stays whatever becomes of the action. SEALED with the HSM away and the key not cached, or where anything stored was changed.
     */
    public <T> T use(Actor who, SealedSecret sealed, Function<Secret, T> action) {
        VaultRef ref = sealed.ref();
        byte[] aad = aad(ref, sealed.stored());
        byte[] clear = unsealed(() -> keys.unseal(
                ref.workspaceId(),
                sealed.key(),
                () -> log.used(who, ref, sealed.purpose()),
                sealed.stored().ciphertext(),
                aad));
        try (Secret secret = Secret.of(clear)) {
            return action.apply(secret);
        }
    }

    /**
     * Finds and opens in one, inside a transaction; better is to open what was found after its end, since the use is written down by another transaction,
     * which waits for whoever waits for this one. See {@link #find} and {@link #use(Actor, SealedSecret, Function)}.
     */
    public <T> T use(Actor who, VaultRef ref, String purpose, Function<Secret, T> action) {
        return use(who, find(ref, purpose), action);
    }

    private Encrypted encrypted(VaultRef ref, String purpose, Secret secret) {
        WrappedKey newest = keys.newest(ref.workspaceId());
        byte[] aad = AssociatedData.ofSecret(purpose, ref.workspaceId(), ref.secretId(), newest.version());
        byte[] ciphertext = secret.read(clear -> keys.seal(ref.workspaceId(), newest, clear, aad));
        return new Encrypted(purpose, newest.version(), ciphertext);
    }

    private static byte[] aad(VaultRef ref, Encrypted stored) {
        return AssociatedData.ofSecret(stored.purpose(), ref.workspaceId(), ref.secretId(), stored.keyVersion());
    }

    private static byte[] unsealed(Supplier<byte[]> unsealing) {
        try {
            return unsealing.get();
        } catch (TamperedException e) {
            throw new Rejection(Reason.SEALED, "a secret does not open: it, or what it is bound to, has changed");
        }
    }

    private static void requirePurpose(String purpose) {
        if (purpose.length() > PURPOSE_CHARS_MAX || !PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("a purpose is a few lower-case words with dots between them");
        }
    }
}
