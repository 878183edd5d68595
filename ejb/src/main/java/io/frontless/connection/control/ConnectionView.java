package io.frontless.connection.control;

import io.frontless.operation.ConnectionLevel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as people see it.
 *
 * @param tokenUntil how long its present access token is good; null where somebody has to authorize it anew
 */
public record ConnectionView(
        UUID connection,
        UUID provider,
        ConnectionLevel level,
        String label,
        @Nullable Instant tokenUntil,
        long version) {

    /** Whether it can be used. */
    public boolean authorized() {
        return tokenUntil != null;
    }
}
