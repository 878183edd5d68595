package io.frontless.vault.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes wrapped workspace keys and encrypted secrets; no clear byte passes through here. */
@Dependent
public class KeyRows {

    private final EntityManager manager;

    @Inject
    public KeyRows(EntityManager manager) {
        this.manager = manager;
    }

    /** A workspace key as stored; never compared, only opened. */
    @SuppressWarnings("ArrayRecordComponent")
    public record WrappedKey(int version, byte[] wrapped) {}

    /** A secret as stored; never compared, only opened. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Encrypted(String purpose, int keyVersion, byte[] ciphertext) {}

    /** Adds a key. */
    public void addKey(UUID workspaceId, WrappedKey key) {
        manager.createNativeQuery(
                        "insert into frontless.workspace_key (workspace_id, key_version, wrapped_key) values (?1, ?2, ?3)")
                .setParameter(1, workspaceId)
                .setParameter(2, key.version())
                .setParameter(3, key.wrapped())
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

    /** One secret. */
    public Optional<Encrypted> secret(UUID workspaceId, UUID secretId) {
        return one(manager.createNativeQuery("select purpose, key_version, ciphertext from frontless.secret"
                                + " where workspace_id = ?1 and secret_id = ?2")
                        .setParameter(1, workspaceId)
                        .setParameter(2, secretId)
                        .getResultList())
                .map(row -> new Encrypted(row[0].toString(), ((Number) row[1]).intValue(), (byte[]) row[2]));
    }

    /** Forgets one secret. */
    public void removeSecret(UUID workspaceId, UUID secretId) {
        manager.createNativeQuery("delete from frontless.secret where workspace_id = ?1 and secret_id = ?2")
                .setParameter(1, workspaceId)
                .setParameter(2, secretId)
                .executeUpdate();
    }

    private static Optional<Object[]> one(List<?> rows) {
        return rows.stream().findFirst().map(Object[].class::cast);
    }

    private static WrappedKey key(Object[] row) {
        return new WrappedKey(((Number) row[0]).intValue(), (byte[]) row[1]);
    }
}
