package io.frontless.vault.control;

import io.frontless.kernel.VaultRef;
import io.frontless.vault.entity.KeyRows.Encrypted;
import io.frontless.vault.entity.KeyRows.WrappedKey;

/** A secret as it is stored, with the key that seals it: read inside a transaction, opened inside or outside of one. It tells nothing by itself. */
public final class SealedSecret {

    private final VaultRef ref;
    private final Encrypted stored;
    private final WrappedKey key;

    SealedSecret(VaultRef ref, Encrypted stored, WrappedKey key) {
        this.ref = ref;
        this.stored = stored;
        this.key = key;
    }

    /** Where it is kept. */
    public VaultRef ref() {
        return ref;
    }

    /** What it was kept for, and is opened for. */
    public String purpose() {
        return stored.purpose();
    }

    Encrypted stored() {
        return stored;
    }

    WrappedKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "SealedSecret[" + ref + ", " + purpose() + "]";
    }
}
