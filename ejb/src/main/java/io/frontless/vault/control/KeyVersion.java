package io.frontless.vault.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a workspace's key, without the key.
 *
 * @param secrets how many secrets it seals
 * @param rootVersion the version of the root key that wraps it; 0 once it was destroyed
 */
public record KeyVersion(
        int version, Instant createdAt, @Nullable Instant destroyedAt, long secrets, int rootVersion) {

    /** Whether it was destroyed. */
    public boolean destroyed() {
        return destroyedAt != null;
    }
}
