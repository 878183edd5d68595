package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one word or several mention of some records, before it is weighed which change of them that makes.
 *
 * @param at the first word
 * @param end where the words after it begin
 * @param fields the fields that it can be about
 * @param value what it is, where it is known; a length of time is an {@link AdjustReading.By}
 */
record Told(
        Kind kind,
        int at,
        int end,
        List<FieldSpec> fields,
        @Nullable Object value) {

    enum Kind {
        /** The name of a field, or a word of it. */
        FIELD,
        /** A value that is known: an option, yes or no, a record, a text that others have. */
        VALUE,
        /** What happened with what a yes-or-no field is called by, which makes it so or not. */
        EVENT,
        /** A number, a day, an address: its field tells what it is. */
        FIGURE,
        /** A length of time, or a number with its unit. */
        LENGTH,
        /** Words written like a name that nobody knows, or quoted. */
        TEXT,
        /** A deed or how it is done, which says nothing of a field. */
        BESIDE,
        /** A word that tells something, and nothing that is known. */
        UNKNOWN
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean canBe(FieldSpec field) {
        return fields.contains(field);
    }

    Told withValue(@Nullable Object other) {
        return new Told(kind, at, end, fields, other);
    }
}
