package io.frontless.schema.formula;

import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields' values as formulas see them, and back. A date is the moment at which it begins in UTC. */
final class FormulaValues {

    private FormulaValues() {}

    /** The type by which formulas name a field of this type; every field can be null. */
    static CelType variable(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL, REFERENCE -> NullableType.create(SimpleType.STRING);
            case INTEGER -> NullableType.create(SimpleType.INT);
            case BOOLEAN -> NullableType.create(SimpleType.BOOL);
            case DECIMAL, MONEY -> DecimalFunctions.DECIMAL;
            case DATE, DATETIME -> SimpleType.TIMESTAMP;
        };
    }

    /** What a formula for a field of this type may result in. */
    static Set<CelType> results(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL, REFERENCE ->
                Set.of(SimpleType.STRING, NullableType.create(SimpleType.STRING));
            case INTEGER -> Set.of(SimpleType.INT, NullableType.create(SimpleType.INT));
            case BOOLEAN -> Set.of(SimpleType.BOOL, NullableType.create(SimpleType.BOOL));
            case DECIMAL, MONEY ->
                Set.of(
                        DecimalFunctions.DECIMAL,
                        SimpleType.INT,
                        NullableType.create(SimpleType.INT),
                        SimpleType.DOUBLE);
            case DATE, DATETIME -> Set.of(SimpleType.TIMESTAMP);
        };
    }

    /** A field's value in its one form, as a formula reads it. */
    static Object in(FieldType type, @Nullable Object value) {
        if (value == null) {
            return NullValue.NULL_VALUE;
        }
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL, REFERENCE, BOOLEAN -> value;
            case INTEGER -> ((BigDecimal) value).longValueExact();
            case DECIMAL, MONEY -> new Decimal((BigDecimal) value);
            case DATE ->
                LocalDate.parse(value.toString()).atStartOfDay(ZoneOffset.UTC).toInstant();
            case DATETIME -> Instant.parse(value.toString());
        };
    }

    /** A result as a field of this type is written; null for none. */
    static @Nullable Object out(FieldType type, Object result) {
        if (result instanceof Decimal decimal) {
            return rounded(decimal);
        }
        if (result instanceof Double number) {
            return rounded(Decimal.of(number));
        }
        if (result instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (result instanceof Instant moment) {
            return type == FieldType.DATE
                    ? LocalDate.ofInstant(moment, ZoneOffset.UTC).toString()
                    : moment.toString();
        }
        return result instanceof String || result instanceof Boolean ? result : null;
    }

    private static BigDecimal rounded(Decimal decimal) {
        return decimal.value().setScale(Limits.DECIMAL_SCALE_MAX, RoundingMode.HALF_UP);
    }
}
