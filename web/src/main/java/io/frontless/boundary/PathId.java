package io.frontless.boundary;

import io.frontless.kernel.Rejection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids in paths: one that is malformed names nothing, and is answered as one that does not exist. */
public final class PathId {

    private PathId() {}

    /** The id of a thing, or NOT_FOUND. */
    public static UUID of(String what, String text) {
        return find(text).orElseThrow(() -> Rejection.notFound(what, text));
    }

    /** The id, if there is one. */
    static Optional<UUID> find(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
