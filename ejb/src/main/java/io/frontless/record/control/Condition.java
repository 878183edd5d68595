package io.frontless.record.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition on a field. Text is compared without regard to case; a reference by the id of the record it points to.
 *
 * @param value in JSON's own types and in the field's form ({@code 2026-12-15} for a date); null for {@link Comparison#EMPTY} and
 *     {@link Comparison#NOT_EMPTY}
 */
public record Condition(
        String field, Comparison comparison, @Nullable Object value) {

    /** How a field is compared; an empty field meets only EMPTY and NE. */
    public enum Comparison {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        CONTAINS,
        EMPTY,
        NOT_EMPTY
    }

    /** Equality, the commonest. */
    public static Condition equal(String field, Object value) {
        return new Condition(field, Comparison.EQ, value);
    }

    /** All of several conditions, in a list for {@link RecordQuery}. */
    public static List<Condition> all(Condition... conditions) {
        return List.of(conditions);
    }
}
