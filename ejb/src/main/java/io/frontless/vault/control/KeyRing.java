package io.frontless.vault.control;

import io.frontless.kernel.VaultRef;
import io.frontless.vault.entity.KeyRows;
import io.frontless.vault.entity.KeyRows.Encrypted;
import io.frontless.vault.entity.KeyRows.WrappedKey;
import io.frontless.vault.entity.KeyVersionRows;
import io.frontless.vault.entity.KeyVersionRows.Sealed;
import io.frontless.vault.envelope.AssociatedData;
import io.frontless.vault.envelope.TamperedException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a workspace's key, inside a transaction that has entered it. The newest seals; those before it open what they sealed, until that is
 * sealed anew and they are destroyed.
 */
@Dependent
public class KeyRing {

    private static final Logger LOG = Logger.getLogger(KeyRing.class.getName());

    private final KeyRows keyRows;
    private final KeyVersionRows rows;
    private final WorkspaceKeys keys;

    @Inject
    KeyRing(KeyRows keyRows, KeyVersionRows rows, WorkspaceKeys keys) {
        this.keyRows = keyRows;
        this.rows = rows;
        this.keys = keys;
    }

    /** All versions, the newest first. */
    public List<KeyVersion> versions(UUID workspaceId) {
        return rows.versions(workspaceId).stream()
                .map(row -> new KeyVersion(
                        row.version(), row.createdAt(), row.destroyedAt(), row.secrets(), row.rootVersion()))
                .toList();
    }

    /** The same, and nobody else changes them until the end of the transaction. */
    public List<KeyVersion> lock(UUID workspaceId) {
        rows.lock(workspaceId);
        return versions(workspaceId);
    }

    /** Makes a version, which seals from now on; SEALED with the HSM away. */
    public void add(UUID workspaceId, int version) {
        keyRows.addKey(workspaceId, keys.create(workspaceId, version));
    }

    /** Destroys a version: what it seals never opens again. */
    public void destroy(UUID workspaceId, int version) {
        rows.destroy(workspaceId, version);
    }

    /** Zeroes a destroyed version on this node, where it is open; others ask the row before they use theirs. */
    public void forget(UUID workspaceId, int version) {
        keys.drop(workspaceId, version);
    }

    /**
     * What a look at some secrets came to.
     *
     * @param last the id of the last one; nothing where there were none
     */
    public record Resealed(@Nullable UUID last, int count) {}

    /** Seals some secrets of old versions, of those with ids after one, by the newest; one that was tampered with is left as it is. */
    public Resealed resealSome(UUID workspaceId, UUID after, int limit) {
        WrappedKey newest = keys.newest(workspaceId);
        List<Sealed> outdated = rows.outdated(workspaceId, newest.version(), after, limit);
        int count = 0;
        for (Sealed secret : outdated) {
            VaultRef ref = new VaultRef(workspaceId, secret.secretId());
            try {
                reseal(ref, secret.secret(), newest);
                count++;
            } catch (TamperedException e) {
                LOG.log(Level.SEVERE, e, () -> ref + " cannot be sealed anew");
            }
        }
        return new Resealed(
                outdated.isEmpty() ? null : outdated.get(outdated.size() - 1).secretId(), count);
    }

    private void reseal(VaultRef ref, Encrypted stored, WrappedKey newest) {
        byte[] before = aad(ref, stored.purpose(), stored.keyVersion());
        byte[] after = aad(ref, stored.purpose(), newest.version());
        byte[] clear = keys.unseal(
                ref.workspaceId(),
                keys.living(ref.workspaceId(), stored.keyVersion()),
                () -> {},
                stored.ciphertext(),
                before);
        try {
            byte[] sealed = keys.seal(ref.workspaceId(), newest, clear, after);
            keyRows.replaceSecret(
                    ref.workspaceId(), ref.secretId(), new Encrypted(stored.purpose(), newest.version(), sealed));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static byte[] aad(VaultRef ref, String purpose, int version) {
        return AssociatedData.ofSecret(purpose, ref.workspaceId(), ref.secretId(), version);
    }
}
