package io.frontless.engine.control;

import org.jspecify.annotations.Nullable;

/**
 * What a person confirms when they have a plan executed.
 *
 * @param rows the row count they were shown; bulk and schema plans want it
 * @param hash the hash they were shown; optional, and compared where it is given
 */
public record Confirmation(@Nullable Long rows, @Nullable String hash) {

    /** A confirmation that names nothing: enough for one reversible write. */
    public static Confirmation plain() {
        return new Confirmation(null, null);
    }
}
