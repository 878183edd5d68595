package io.frontless.record.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a field demands of its values beyond their type: range, length, pattern. */
@Dependent
public class ValueRules {

    private final Patterns patterns;

    @Inject
    public ValueRules(Patterns patterns) {
        this.patterns = patterns;
    }

    /** Refuses a value, given in its one form, that breaks a rule. */
    void require(FieldSpec field, @Nullable Object value) {
        if (value == null || field.rules().equals(FieldRules.NONE)) {
            return;
        }
        requireRange(field, value);
        if (value instanceof String text) {
            requireText(field, text);
        }
    }

    /** Refuses a field whose own default, bounds or pattern are not what it could hold. */
    void requireSound(FieldSpec field) {
        FieldRules rules = field.rules();
        Object min = bound(field, "min", rules.range().min());
        Object max = bound(field, "max", rules.range().max());
        if (min != null && max != null && order(field, min, max) > 0) {
            throw Rejection.invalid(field.key() + ".min", "at most the max, " + max, min);
        }
        String pattern = rules.pattern();
        if (pattern != null) {
            Patterns.compile(field.key() + ".pattern", pattern);
        }
        Object ifMissing = rules.ifMissing();
        if (ifMissing != null) {
            require(field, FieldValue.normal(field, ifMissing));
        }
    }

    private void requireRange(FieldSpec field, Object value) {
        Object min = bound(field, "min", field.rules().range().min());
        Object max = bound(field, "max", field.rules().range().max());
        if (min != null && order(field, value, min) < 0) {
            throw Rejection.invalid(field.key(), "at least " + min, value);
        }
        if (max != null && order(field, value, max) > 0) {
            throw Rejection.invalid(field.key(), "at most " + max, value);
        }
    }

    private void requireText(FieldSpec field, String text) {
        FieldRules.Length length = field.rules().length();
        int characters = text.codePointCount(0, text.length());
        Integer min = length.min();
        Integer max = length.max();
        if (min != null && characters < min) {
            throw Rejection.invalid(field.key(), "at least " + min + " characters", text);
        }
        if (max != null && characters > max) {
            throw Rejection.invalid(field.key(), "at most " + max + " characters", text);
        }
        String pattern = field.rules().pattern();
        if (pattern != null && !patterns.of(field, pattern).matches(text)) {
            throw Rejection.invalid(field.key(), "a text that matches " + pattern, text);
        }
    }

    private static @Nullable Object bound(FieldSpec field, String name, @Nullable Object bound) {
        try {
            return FieldValue.normal(field, bound);
        } catch (Rejection notOfTheType) {
            throw new Rejection(
                    notOfTheType.reason(),
                    field.key() + "." + name + ": " + notOfTheType.message(),
                    notOfTheType.details());
        }
    }

    private static int order(FieldSpec field, Object one, Object other) {
        if (one instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other);
        }
        return field.type() == FieldType.DATETIME
                ? Instant.parse(one.toString()).compareTo(Instant.parse(other.toString()))
                : one.toString().compareTo(other.toString());
    }
}
