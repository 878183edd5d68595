package io.frontless.record.control;

import io.frontless.operation.FieldType;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Values as they are compared in memory, exactly as the typed columns compare them in the database. */
final class Comparables {

    private Comparables() {}

    /** The value, given as a record's JSON has it: folded text, a whole number, an {@link Instant} or a {@link UUID}. */
    static Object of(FieldType type, Object value) {
        Object column = TypedRow.comparable(type, value);
        return switch (TypedRow.column(type)) {
            case TEXT, NUMBER -> column;
            case TIME -> Instant.parse(column.toString());
            case REFERENCE -> UUID.fromString(column.toString());
        };
    }

    /** The order of two values of one type. */
    static int compare(Object one, Object other) {
        if (one instanceof Long number && other instanceof Long second) {
            return number.compareTo(second);
        }
        if (one instanceof Instant time && other instanceof Instant second) {
            return time.compareTo(second);
        }
        return compareTexts(one.toString(), other.toString());
    }

    /** By code points, which is the order of UTF-8's bytes; {@link String#compareTo} differs beyond the basic plane. */
    private static int compareTexts(String one, String other) {
        int[] points = one.codePoints().toArray();
        int[] others = other.codePoints().toArray();
        return Arrays.compare(points, others);
    }
}
