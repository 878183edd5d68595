package io.frontless.vault.entity;

import io.frontless.vault.entity.KeyRows.Encrypted;
import io.frontless.vault.entity.KeyRows.WrappedKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the versions of keys: their rotation, their destruction, and what they still seal. */
@Dependent
public class KeyVersionRows {

    private final EntityManager manager;

    @Inject
    public KeyVersionRows(EntityManager manager) {
        this.manager = manager;
    }

    /**
     * A version of a workspace's key.
     *
     * @param secrets how many secrets it seals
     * @param rootVersion the version of the root key that wraps it; 0 once it was destroyed
     */
    public record Row(
            int version, Instant createdAt, @Nullable Instant destroyedAt, long secrets, int rootVersion) {}

    /** A secret with its id. */
    public record Sealed(UUID secretId, Encrypted secret) {}

    /** A key and whose it is. */
    public record Owned(UUID workspaceId, WrappedKey key) {

        /** Where it stands in the order of all. */
        public Place place() {
            return new Place(workspaceId, key.version());
        }
    }

    /** A place in the order of all keys. */
    public record Place(UUID workspaceId, int version) {

        /** Before the first. */
        public static final Place START = new Place(new UUID(0, 0), 0);
    }

    /** All versions, the newest first. */
    public List<Row> versions(UUID workspaceId) {
        return rows(manager.createNativeQuery(
                                "select k.key_version, k.created_at, k.destroyed_at,"
                                        + " (select count(*) from frontless.secret s where s.workspace_id = k.workspace_id"
                                        + " and s.key_version = k.key_version), coalesce(k.root_version, 0)"
                                        + " from frontless.workspace_key k where k.workspace_id = ?1 order by k.key_version desc")
                        .setParameter(1, workspaceId)
                        .getResultList())
                .stream()
                .map(row -> new Row(
                        ((Number) row[0]).intValue(),
                        instant(row[1]),
                        row[2] == null ? null : instant(row[2]),
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).intValue()))
                .toList();
    }

    /** Locks the keys of a workspace until the end of the transaction: one rotation at a time. */
    public void lock(UUID workspaceId) {
        manager.createNativeQuery(
                        "select key_version from frontless.workspace_key where workspace_id = ?1 order by key_version for update")
                .setParameter(1, workspaceId)
                .getResultList();
    }

    /** Leaves nothing of a key but that there was one. */
    public void destroy(UUID workspaceId, int version) {
        manager.createNativeQuery("update frontless.workspace_key set wrapped_key = null,"
                        + " destroyed_at = clock_timestamp()"
                        + " where workspace_id = ?1 and key_version = ?2 and destroyed_at is null")
                .setParameter(1, workspaceId)
                .setParameter(2, version)
                .executeUpdate();
    }

    /**
     * Some of the secrets that living keys before the newest seal, with ids after one, in their order and locked; those that somebody else has locked
     * are left out.
     */
    public List<Sealed> outdated(UUID workspaceId, int newest, UUID after, int limit) {
        return rows(manager.createNativeQuery("select s.secret_id, s.purpose, s.key_version, s.ciphertext"
                                + " from frontless.secret s join frontless.workspace_key k"
                                + " on k.workspace_id = s.workspace_id and k.key_version = s.key_version"
                                + " where s.workspace_id = ?1 and s.key_version < ?2 and k.wrapped_key is not null"
                                + " and s.secret_id > ?4 order by s.secret_id limit ?3 for update of s skip locked")
                        .setParameter(1, workspaceId)
                        .setParameter(2, newest)
                        .setParameter(3, limit)
                        .setParameter(4, after)
                        .getResultList())
                .stream()
                .map(row -> new Sealed(
                        (UUID) row[0], new Encrypted(row[1].toString(), ((Number) row[2]).intValue(), (byte[]) row[3])))
                .toList();
    }

    /** Some of the keys of all workspaces that another version of the root key wraps, after one, in their order and locked; for the worker alone. */
    public List<Owned> wrappedByOthers(int rootVersion, Place after, int limit) {
        return rows(manager.createNativeQuery(
                                "select workspace_id, key_version, wrapped_key from frontless.keys_wrapped_by_others(?1, ?2, ?3, ?4)")
                        .setParameter(1, rootVersion)
                        .setParameter(2, after.workspaceId())
                        .setParameter(3, after.version())
                        .setParameter(4, limit)
                        .getResultList())
                .stream()
                .map(row -> new Owned((UUID) row[0], new WrappedKey(((Number) row[1]).intValue(), (byte[]) row[2])))
                .toList();
    }

    /** Puts another wrapping of the same key in the place of the present one; for the worker alone. */
    public void rewrap(UUID workspaceId, WrappedKey key) {
        manager.createNativeQuery("select frontless.rewrap_key(?1, ?2, ?3)")
                .setParameter(1, workspaceId)
                .setParameter(2, key.version())
                .setParameter(3, key.bytes())
                .getSingleResult();
    }

    /** How many living keys of all workspaces a version of the root key wraps; for the worker alone. */
    public long wrappedBy(int rootVersion) {
        return ((Number) manager.createNativeQuery("select frontless.keys_wrapped_by(?1)")
                        .setParameter(1, rootVersion)
                        .getSingleResult())
                .longValue();
    }

    private static List<Object[]> rows(List<?> rows) {
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static Instant instant(Object column) {
        return ((Timestamp) column).toInstant();
    }
}
