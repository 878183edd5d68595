package io.frontless.operation;

import java.util.Locale;

/** What a field holds. The wire name is the lower-case name. */
public enum FieldType {
    TEXT,
    LONG_TEXT,
    INTEGER,
    DECIMAL,
    MONEY,
    DATE,
    DATETIME,
    BOOLEAN,
    CHOICE,
    EMAIL,
    PHONE,
    URL,
    REFERENCE;

    /** The name in plans, events and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
