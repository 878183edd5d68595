package io.frontless.operation;

import java.util.Locale;

/** What becomes of a reference when the record that it points to is deleted. */
public enum OnDelete {
    /** The deletion is refused. */
    REFUSE,
    /** The reference is emptied. */
    CLEAR,
    /** The record that holds the reference is deleted, too. */
    CASCADE;

    /** The name in plans, events and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
