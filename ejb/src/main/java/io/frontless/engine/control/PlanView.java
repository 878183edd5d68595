package io.frontless.engine.control;

import io.frontless.engine.control.Findings.Finding;
import io.frontless.kernel.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as people and clients see it.
 *
 * @param rows records touched by all changes, also those that are not shown
 * @param changes the first {@link io.frontless.kernel.Limits#PREVIEW_ROWS_MAX}
 * @param changeCount how many there are
 * @param findings the first conflicts and losses that it steps over or accepts
 * @param findingCount how many there are
 * @param hash SHA-256 over all changes, in hex: what is executed is what has this hash
 */
public record PlanView(
        UUID planId,
        @Nullable UUID conversationId,
        String summary,
        Status status,
        Risk risk,
        long rows,
        List<ChangeView> changes,
        int changeCount,
        List<Finding> findings,
        long findingCount,
        String hash,
        Instant createdAt,
        Instant expiresAt) {

    /** What became of it. */
    public enum Status {
        PROPOSED,
        EXECUTED,
        DISCARDED;

        /** Refuses as CONFLICT a plan of this status that cannot be executed any more. */
        public void requireOpen(Instant expiresAt, Instant now) {
            if (this != PROPOSED) {
                throw Rejection.conflict("plan", "one that waits", name().toLowerCase(Locale.ROOT));
            }
            if (!now.isBefore(expiresAt)) {
                throw Rejection.conflict("plan", "one that has not expired", "expired at " + expiresAt);
            }
        }
    }

    /**
     * One change of the preview.
     *
     * @param titles what people call the records that references point to, by their id
     */
    public record ChangeView(
            String step,
            String action,
            @Nullable String entity,
            @Nullable UUID recordId,
            String title,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            Map<String, String> titles) {}

    public PlanView {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }
}
