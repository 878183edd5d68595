package io.frontless.boundary;

import io.frontless.kernel.Rejection;
import java.util.UUID;

/** Ids in paths: one that is malformed names nothing, and is answered as one that does not exist. */
public final class PathId {

    private PathId() {}

    /** The id of a thing, or NOT_FOUND. */
    public static UUID of(String what, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Rejection.notFound(what, text);
        }
    }
}
