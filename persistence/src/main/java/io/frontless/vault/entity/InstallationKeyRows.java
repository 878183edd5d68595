package io.frontless.vault.entity;

import io.frontless.vault.entity.KeyRows.WrappedKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes the installation's wrapped keys, by functions that want a MAC for whatever they write. */
@Dependent
public class InstallationKeyRows {

    private final EntityManager manager;

    @Inject
    public InstallationKeyRows(EntityManager manager) {
        this.manager = manager;
    }

    /** All versions of a purpose, the newest first. */
    public List<WrappedKey> versions(String purpose) {
        List<?> rows = manager.createNativeQuery(
                        "select key_version, wrapped_key from frontless.installation_keys(cast(?1 as text))")
                .setParameter(1, purpose)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new WrappedKey(((Number) row[0]).intValue(), (byte[]) row[1]))
                .toList();
    }

    /** Adds a version, or, {@code anew}, wraps a living one anew; answers whether it did. */
    public boolean store(String purpose, WrappedKey key, boolean anew, String mac) {
        return (Boolean) manager.createNativeQuery(
                        "select frontless.store_installation_key(cast(?1 as text), ?2, ?3, ?4, cast(?5 as text))")
                .setParameter(1, purpose)
                .setParameter(2, key.version())
                .setParameter(3, key.bytes())
                .setParameter(4, anew)
                .setParameter(5, mac)
                .getSingleResult();
    }

    /** Leaves nothing of a version; answers whether it was there. */
    public boolean destroy(String purpose, int version, String mac) {
        return (Boolean) manager.createNativeQuery(
                        "select frontless.destroy_installation_key(cast(?1 as text), ?2, cast(?3 as text))")
                .setParameter(1, purpose)
                .setParameter(2, version)
                .setParameter(3, mac)
                .getSingleResult();
    }

    /** Leaves nothing of the key of contexts before the newest. */
    public void destroyPreviousContextKey(String mac) {
        var unused = manager.createNativeQuery("select frontless.destroy_previous_context_key(cast(?1 as text))")
                .setParameter(1, mac)
                .getSingleResult();
    }

    /** How many passwords there are of each version of the pepper. */
    public Map<Integer, Long> peppersInUse() {
        Map<Integer, Long> inUse = new TreeMap<>();
        List<?> rows = manager.createNativeQuery("select key_version, passwords from frontless.peppers_in_use()")
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            inUse.put(((Number) columns[0]).intValue(), ((Number) columns[1]).longValue());
        }
        return inUse;
    }
}
