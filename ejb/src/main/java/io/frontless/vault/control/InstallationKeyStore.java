package io.frontless.vault.control;

import io.frontless.vault.entity.InstallationKeyRows;
import io.frontless.vault.entity.KeyRows.WrappedKey;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Keeps the installation's wrapped keys, each change in a transaction of its own: they are needed by those who are in none yet. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InstallationKeyStore {

    @Inject
    InstallationKeyRows rows;

    @Inject
    ContextMac mac;

    /** All versions of a purpose, the newest first. */
    public List<WrappedKey> versions(String purpose) {
        return rows.versions(purpose);
    }

    /** Adds a version that is not there yet; answers whether it did. */
    public boolean add(String purpose, WrappedKey key) {
        return rows.store(purpose, key, false, vouch(purpose, key));
    }

    /** Puts another wrapping of the same key in the place of a living version's. */
    public boolean rewrap(String purpose, WrappedKey key) {
        return rows.store(purpose, key, true, vouch(purpose, key));
    }

    /** Leaves nothing of a version. */
    public boolean destroy(String purpose, int version) {
        return rows.destroy(purpose, version, mac.of("destroyed installation key", purpose + "|" + version));
    }

    /** Has contexts by the key before the newest refused from now on. */
    public void destroyPreviousContextKey() {
        rows.destroyPreviousContextKey(mac.of("previous context key", "destroyed"));
    }

    /** How many passwords there are of each version of the pepper. */
    public Map<Integer, Long> peppersInUse() {
        return rows.peppersInUse();
    }

    private String vouch(String purpose, WrappedKey key) {
        String text = purpose + "|" + key.version() + "|" + HexFormat.of().formatHex(key.bytes());
        return mac.of("installation key", text);
    }
}
