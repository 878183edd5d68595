package io.frontless.record.boundary;

import io.frontless.event.control.Redacted;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as people read it. */
public final class ValueText {

    private static final String REDACTED = "(redacted)";

    private ValueText() {}

    /**
     * The text of a value; empty where there is none.
     *
     * @param titles what people call the records that references point to, by their id
     */
    public static String of(FieldSpec field, @Nullable Object value, Map<String, String> titles) {
        return value == null ? "" : Redacted.is(value) ? REDACTED : of(field.type(), value, titles);
    }

    /** The text of a value whose field is not known any more. */
    public static String of(@Nullable Object value) {
        if (Redacted.is(value)) {
            return REDACTED;
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }

    /** A number of things, its thousands apart. */
    public static String count(long number) {
        return grouped("#,##0", BigDecimal.valueOf(number));
    }

    /** A number of things with their name, such as {@code 1 row} or {@code 2,155 rows}. */
    public static String count(long number, String one) {
        return count(number) + " " + (number == 1 ? one : one + "s");
    }

    private static String of(FieldType type, Object value, Map<String, String> titles) {
        return switch (type) {
            case MONEY -> value instanceof BigDecimal amount ? grouped("#,##0.00##", amount) : of(value);
            case DECIMAL -> value instanceof BigDecimal number ? grouped("#,##0.####", number) : of(value);
            case DATETIME -> TimeText.minute(value.toString());
            case REFERENCE -> titles.getOrDefault(value.toString(), "record " + value);
            case TEXT, LONG_TEXT, INTEGER, DATE, BOOLEAN, CHOICE, EMAIL, PHONE, URL -> of(value);
        };
    }

    private static String grouped(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }
}
