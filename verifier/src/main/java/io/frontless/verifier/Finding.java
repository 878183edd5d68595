package io.frontless.verifier;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed.
 *
 * @param position the place in the workspace's tree, from 0; null where it is not about one
 * @param row which row of which log, such as {@code event 17}; null where it is not about one
 */
public record Finding(
        String workspace,
        Kind kind,
        @Nullable Long position,
        @Nullable String row,
        String problem) {

    /** What was done to the log. */
    public enum Kind {
        /** A row is not what was sealed. */
        CHANGED,
        /** A row, a leaf or the end of the log is missing. */
        GAP,
        /** A row is there that was never sealed. */
        ADDED,
        /** A time that contradicts the order in which rows were sealed. */
        TIME,
        /** The chain of a record is broken. */
        CHAIN,
        /** A signature that no known key has made. */
        SIGNATURE,
        /** Another history than the one that was signed or witnessed. */
        FORK
    }

    /** One line for people. */
    public String line() {
        return kind + ": " + problem + (row == null ? "" : " (" + row + ")")
                + (position == null ? "" : ", position " + position) + ", workspace " + workspace;
    }
}
