package io.frontless.vault.control;

import io.frontless.kernel.Ids;
import io.frontless.kernel.Rejection;
import io.frontless.vault.entity.KeyRows;
import io.frontless.vault.entity.KeyRows.Encrypted;
import io.frontless.vault.entity.KeyRows.WrappedKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keeps secrets of a workspace under the workspace's key, and that under the HSM's root key. Used inside a transaction that is already in the
 * workspace; clear bytes live no longer than the call and are zeroed.
 */
@Dependent
public class Vault {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRows rows;
    private final Hsm hsm;
    private final Ids ids;

    @Inject
    public Vault(KeyRows rows, Hsm hsm, Ids ids) {
        this.rows = rows;
        this.hsm = hsm;
        this.ids = ids;
    }

    /** Makes the first key of a new workspace. */
    public void createWorkspaceKey(UUID workspaceId) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            byte[] wrapped = hsm.withRootKey(root -> root.wrap(key, AssociatedData.ofWorkspaceKey(workspaceId, 1)));
            rows.addKey(workspaceId, new WrappedKey(1, wrapped));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Keeps a secret for one purpose and answers its id; the caller zeroes the bytes given. */
    public UUID keep(UUID workspaceId, String purpose, byte[] secret) {
        UUID secretId = ids.get();
        WrappedKey wrapped =
                rows.newestKey(workspaceId).orElseThrow(() -> Rejection.notFound("workspace key", workspaceId));
        byte[] ciphertext = withKey(
                workspaceId,
                wrapped,
                key -> SecretCipher.encrypt(
                        key, secret, AssociatedData.ofSecret(purpose, workspaceId, secretId, wrapped.version())));
        rows.addSecret(workspaceId, secretId, new Encrypted(purpose, wrapped.version(), ciphertext));
        return secretId;
    }

    /** Opens a secret for the purpose it was kept for, only while {@code action} runs; NOT_FOUND for any other purpose. */
    public <T> T use(UUID workspaceId, UUID secretId, String purpose, Function<byte[], T> action) {
        Encrypted stored = rows.secret(workspaceId, secretId)
                .filter(secret -> secret.purpose().equals(purpose))
                .orElseThrow(() -> Rejection.notFound("secret", secretId));
        WrappedKey wrapped = rows.key(workspaceId, stored.keyVersion())
                .orElseThrow(() -> Rejection.notFound("workspace key", stored.keyVersion()));
        byte[] clear = withKey(
                workspaceId,
                wrapped,
                key -> SecretCipher.decrypt(
                        key,
                        stored.ciphertext(),
                        AssociatedData.ofSecret(purpose, workspaceId, secretId, wrapped.version())));
        try {
            return action.apply(clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private byte[] withKey(UUID workspaceId, WrappedKey wrapped, Function<byte[], byte[]> use) {
        byte[] key = hsm.withRootKey(
                root -> root.unwrap(wrapped.wrapped(), AssociatedData.ofWorkspaceKey(workspaceId, wrapped.version())));
        try {
            return use.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
