package io.frontless.schema.formula;

import io.frontless.kernel.Limits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A decimal number in a formula. Sums and products are exact as far as {@link #DIGITS} digits go, quotients are rounded half-up to 4 places, as is
 * what a field shows. Not a bare BigDecimal, because CEL compares numbers of unknown kinds as unequal.
 */
record Decimal(BigDecimal value) implements Comparable<Decimal> {

    /** Two numbers as fields hold them multiply exactly; without a bound a formula could make numbers of any size. */
    private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_UP);

    Decimal {
        BigDecimal rounded = value.round(DIGITS).stripTrailingZeros();
        value = rounded.scale() < 0 && rounded.scale() > -DIGITS.getPrecision() ? rounded.setScale(0) : rounded;
    }

    static Decimal of(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    /** A number as it is written: 0.1 is one tenth. NumberFormatException for what is not finite. */
    static Decimal of(double number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    static Decimal of(String digits) {
        if (digits.length() > DIGITS.getPrecision() || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
            throw new NumberFormatException("not a number of at most 40 digits");
        }
        return new Decimal(new BigDecimal(digits));
    }

    Decimal plus(Decimal other) {
        return new Decimal(value.add(other.value, DIGITS));
    }

    Decimal minus(Decimal other) {
        return new Decimal(value.subtract(other.value, DIGITS));
    }

    Decimal times(Decimal other) {
        return new Decimal(value.multiply(other.value, DIGITS));
    }

    Decimal over(Decimal other) {
        return new Decimal(value.divide(other.value, Limits.DECIMAL_SCALE_MAX, RoundingMode.HALF_UP));
    }

    Decimal negated() {
        return new Decimal(value.negate());
    }

    Decimal rounded(long places) {
        int scale = (int) Math.max(0, Math.min(places, Limits.DECIMAL_SCALE_MAX));
        return new Decimal(value.setScale(scale, RoundingMode.HALF_UP));
    }

    @Override
    public int compareTo(Decimal other) {
        return value.compareTo(other.value);
    }
}
