package io.frontless.vault.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes wrapped workspace keys and encrypted secrets; no clear byte passes through here. */
@Dependent
public class KeyRows {

    private final EntityManager manager;

    @Inject
    public KeyRows(EntityManager manager) {
        this.manager = manager;
    }

    /** A workspace key as stored; nothing is left of one that was destroyed. Never compared, only opened. */
    @SuppressWarnings("ArrayRecordComponent")
    public record WrappedKey(int version, byte @Nullable [] wrapped) {

        /** Whether it was destroyed. */
        public boolean destroyed() {
            return wrapped == null;
        }

        /** The wrapped key of a living version. */
        public byte[] bytes() {
            if (wrapped == null) {
                throw new IllegalStateException("key version " + version + " was destroyed");
            }
            return wrapped;
        }
    }

    /** A secret as stored; never compared, only opened. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Encrypted(String purpose, int keyVersion, byte[] ciphertext) {}

    /** Adds a key. */
    public void addKey(UUID workspaceId, WrappedKey key) {
        insertKey(workspaceId, key, "");
    }

    /** Adds the first key of what has none yet; of two who do so at the same time, one has added it. */
    public void addFirstKey(UUID workspaceId, WrappedKey key) {
        insertKey(workspaceId, key, " on conflict do nothing");
    }

    private void insertKey(UUID workspaceId, WrappedKey key, String onConflict) {
        manager.createNativeQuery(
                        "insert into frontless.workspace_key (workspace_id, key_version, wrapped_key) values (?1, ?2, ?3)"
                                + onConflict)
                .setParameter(1, workspaceId)
                .setParameter(2, key.version())
                .setParameter(3, key.bytes())
                .executeUpdate();
    }

    /** The newest key of a workspace. */
    public Optional<WrappedKey> newestKey(UUID workspaceId) {
        return one(manager.createNativeQuery("select key_version, wrapped_key from frontless.workspace_key"
                                + " where workspace_id = ?1 order by key_version desc limit 1")
                        .setParameter(1, workspaceId)
                        .getResultList())
                .map(KeyRows::key);
    }

    /** One key of a workspace. */
    public Optional<WrappedKey> key(UUID workspaceId, int version) {
        return one(manager.createNativeQuery("select key_version, wrapped_key from frontless.workspace_key"
                                + " where workspace_id = ?1 and key_version = ?2")
                        .setParameter(1, workspaceId)
                        .setParameter(2, version)
                        .getResultList())
                .map(KeyRows::key);
    }

    /** Adds a secret. */
    public void addSecret(UUID workspaceId, UUID secretId, Encrypted secret) {
        manager.createNativeQuery(
                        "insert into frontless.secret (workspace_id, secret_id, purpose, key_version, ciphertext)"
                                + " values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, workspaceId)
                .setParameter(2, secretId)
                .setParameter(3, secret.purpose())
                .setParameter(4, secret.keyVersion())
                .setParameter(5, secret.ciphertext())
                .executeUpdate();
    }

    /** Replaces the ciphertext of a secret that is kept for the same purpose; answers whether there was one. */
    public boolean replaceSecret(UUID workspaceId, UUID secretId, Encrypted secret) {
        return manager.createNativeQuery("update frontless.secret set key_version = ?4, ciphertext = ?5"
                                + " where workspace_id = ?1 and secret_id = ?2 and purpose = ?3")
                        .setParameter(1, workspaceId)
                        .setParameter(2, secretId)
                        .setParameter(3, secret.purpose())
                        .setParameter(4, secret.keyVersion())
                        .setParameter(5, secret.ciphertext())
                        .executeUpdate()
                > 0;
    }

    /** Deletes a secret, if it is there. */
    public void deleteSecret(UUID workspaceId, UUID secretId) {
        manager.createNativeQuery("delete from frontless.secret where workspace_id = ?1 and secret_id = ?2")
                .setParameter(1, workspaceId)
                .setParameter(2, secretId)
                .executeUpdate();
    }

    /** One secret. */
    public Optional<Encrypted> secret(UUID workspaceId, UUID secretId) {
        return one(manager.createNativeQuery("select purpose, key_version, ciphertext from frontless.secret"
                                + " where workspace_id = ?1 and secret_id = ?2")
                        .setParameter(1, workspaceId)
                        .setParameter(2, secretId)
                        .getResultList())
                .map(row -> new Encrypted(row[0].toString(), ((Number) row[1]).intValue(), (byte[]) row[2]));
    }

    private static Optional<Object[]> one(List<?> rows) {
        return rows.stream().findFirst().map(Object[].class::cast);
    }

    private static WrappedKey key(Object[] row) {
        return new WrappedKey(((Number) row[0]).intValue(), (byte[]) row[1]);
    }
}
