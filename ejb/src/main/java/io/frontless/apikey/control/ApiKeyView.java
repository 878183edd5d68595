package io.frontless.apikey.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key that is not revoked, as those see it who manage keys.
 *
 * @param hint the beginning of its secret
 * @param role the key of its role
 * @param usedAt when it was last exchanged for a token
 */
public record ApiKeyView(
        UUID keyId,
        String label,
        String hint,
        String role,
        @Nullable Long rowsPerDay,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        long version) {}
