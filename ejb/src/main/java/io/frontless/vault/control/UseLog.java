package io.frontless.vault.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.VaultRef;

/** Where uses of secrets are written down. The vault knows no log, so whoever stands above it and the log provides this. */
public interface UseLog {

    /** Writes down, for good, who opens which secret for what, before it is opened; what cannot be written down is not opened. */
    void used(Actor who, VaultRef ref, String purpose);
}
