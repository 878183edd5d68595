package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers that count something: whole, and between two bounds that both are allowed. */
final class WholeNumber {

    private WholeNumber() {}

    /** Refuses one that is out of bounds; none at all is not out of them. */
    static void require(String name, @Nullable Number value, long min, long max) {
        if (value != null && (value.longValue() < min || value.longValue() > max)) {
            throw wrong(name, min, max, value);
        }
    }

    /** The same number, however it is written ({@code 3}, {@code 3.0}, {@code 3e0}); INVALID where it has a fraction or is out of bounds. */
    static long of(String name, BigDecimal given, long min, long max) {
        boolean within = given.compareTo(BigDecimal.valueOf(min)) >= 0 && given.compareTo(BigDecimal.valueOf(max)) <= 0;
        if (!within || given.stripTrailingZeros().scale() > 0) {
            throw wrong(name, min, max, given);
        }
        return given.longValue();
    }

    private static Rejection wrong(String name, long min, long max, Object found) {
        return Rejection.invalid(name, "a whole number from " + min + " to " + max, found);
    }
}
