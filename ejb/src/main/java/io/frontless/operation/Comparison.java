package io.frontless.operation;

import java.util.Locale;

/** How a field's value is compared in a {@link Filter}. An empty field meets only NE, NOT_IN and EMPTY. Stored by name, so none is ever renamed. */
public enum Comparison {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    /** Equal to one of a list. */
    IN,
    /** Equal to none of a list. */
    NOT_IN,
    /** Text that has the given part, without regard to case. */
    CONTAINS,
    /** Text that begins so, without regard to case. */
    STARTS_WITH,
    EMPTY,
    NOT_EMPTY;

    /** The name in filters as clients write them. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a value stands on the other side: not for the two that ask whether there is one. */
    public boolean takesValue() {
        return this != EMPTY && this != NOT_EMPTY;
    }

    /** Whether that value is a list. */
    public boolean takesList() {
        return this == IN || this == NOT_IN;
    }
}
