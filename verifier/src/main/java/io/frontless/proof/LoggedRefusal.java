package io.frontless.proof;

import org.jspecify.annotations.Nullable;

/** A refused attempt as its proofs see it; see {@link LoggedEvent}. */
public record LoggedRefusal(
        String workspace,
        long seq,
        String attemptedAt,
        String actorKind,
        String actorId,
        @Nullable String source,
        String action,
        String reason,
        @Nullable String message,
        @Nullable String plan,
        @Nullable String salt,
        LoggedEvent.@Nullable Withheld withheld) {}
