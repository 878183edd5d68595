package io.frontless.record.control;

import io.frontless.operation.FieldSpec;
import java.util.List;

/**
 * A filter that was checked against an entity: fields instead of paths, values in the form of the typed columns ({@link Comparables}), and
 * what is the negation of something else written so. Both evaluators, {@link FilterCheck} and the search in the database, take this form.
 */
public sealed interface TypedFilter {

    /** All must hold. */
    record All(List<TypedFilter> parts) implements TypedFilter {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One at least must hold. */
    record Any(List<TypedFilter> parts) implements TypedFilter {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** It must not hold. */
    record Not(TypedFilter part) implements TypedFilter {}

    /**
     * A field has a value, and the value meets a test.
     *
     * @param hops reference fields that lead to the record whose field it is; none for the record's own
     * @param values what the value is compared with; several only for ONE_OF, none for PRESENT
     */
    record Compare(List<FieldSpec> hops, FieldSpec field, Test test, List<Object> values) implements TypedFilter {
        public Compare {
            hops = List.copyOf(hops);
            values = List.copyOf(values);
        }

        /** The only value. */
        public Object value() {
            return values.get(0);
        }
    }

    /** What is asked of a value. */
    enum Test {
        PRESENT,
        ONE_OF,
        LT,
        LE,
        GT,
        GE,
        CONTAINS,
        STARTS_WITH
    }
}
