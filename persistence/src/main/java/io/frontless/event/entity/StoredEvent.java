package io.frontless.event.entity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as its row holds it; sequence and time are the database's own. */
public record StoredEvent(UUID workspaceId, UUID id, long seq, Instant occurredAt, By by, What what, Cause cause) {

    /** Who did it, from which network address, and on whose behalf. */
    public record By(
            String kind,
            UUID id,
            String name,
            @Nullable String source,
            @Nullable UUID behalfId,
            @Nullable String behalfName) {

        /** Somebody who acts for themselves, from nowhere that is known. */
        public By(String kind, UUID id, String name) {
            this(kind, id, name, null, null, null);
        }
    }

    /** What was done to what; before and after are JSON objects, and so is what was redacted: digests by the paths of the values that are gone. */
    public record What(
            String action,
            @Nullable String entity,
            @Nullable UUID recordId,
            @Nullable String before,
            @Nullable String after,
            long version,
            @Nullable String redacted) {}

    /** In the course of what. */
    public record Cause(
            @Nullable UUID planId,
            @Nullable String step,
            @Nullable UUID conversationId,
            @Nullable UUID undoes) {}
}
