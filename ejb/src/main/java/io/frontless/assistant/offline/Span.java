package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import java.time.LocalDate;

/** Days from one to another, both included; often one day. */
record Span(LocalDate from, LocalDate to) {

    static Span day(LocalDate day) {
        return new Span(day, day);
    }

    boolean isDay() {
        return from.equals(to);
    }

    /** What “before”, “after” or “in” these days says of a field; what is later than a day begins with the next. */
    Filter compared(FieldSpec field, Comparison comparison) {
        return switch (comparison) {
            case LT -> below(field, from);
            case LE -> until(field);
            case GT -> after(field);
            case GE -> atLeast(field, from);
            case NE -> new Filter.Not(within(field));
            case EQ, IN, NOT_IN, CONTAINS, STARTS_WITH, EMPTY, NOT_EMPTY -> within(field);
        };
    }

    private Filter within(FieldSpec field) {
        return isDay() && field.type() == FieldType.DATE
                ? Filter.equal(field.key(), from.toString())
                : Filter.all(atLeast(field, from), until(field));
    }

    /** A moment of the last day is still within; of a date there are none. */
    private Filter until(FieldSpec field) {
        return field.type() == FieldType.DATE
                ? Filter.compare(field.key(), Comparison.LE, to.toString())
                : below(field, to.plusDays(1));
    }

    private Filter after(FieldSpec field) {
        return field.type() == FieldType.DATE
                ? Filter.compare(field.key(), Comparison.GT, to.toString())
                : atLeast(field, to.plusDays(1));
    }

    private static Filter atLeast(FieldSpec field, LocalDate day) {
        return Filter.compare(field.key(), Comparison.GE, day.toString());
    }

    private static Filter below(FieldSpec field, LocalDate day) {
        return Filter.compare(field.key(), Comparison.LT, day.toString());
    }
}
