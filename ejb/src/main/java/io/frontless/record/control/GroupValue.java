package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Texts of the database in the form that values of a field have. */
final class GroupValue {

    private static final int DATE_CHARS = 10;
    private static final int AVERAGE_SCALE = 6;

    private GroupValue() {}

    /** A value that a group has in common; of a period, its first day. */
    static @Nullable Object of(FieldSpec field, @Nullable String text, boolean period) {
        if (text == null) {
            return null;
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL, REFERENCE -> text;
            case INTEGER -> new BigDecimal(text);
            case DECIMAL, MONEY -> plain(new BigDecimal(text).movePointLeft(Limits.DECIMAL_SCALE_MAX));
            case BOOLEAN -> text.equals("1");
            case DATE -> text.substring(0, DATE_CHARS);
            case DATETIME -> period ? text.substring(0, DATE_CHARS) : moment(text);
        };
    }

    /** A number, or the least or greatest moment. */
    static @Nullable Object made(FieldSpec field, @Nullable String text, Grouping.Function function) {
        if (text == null || function != Grouping.Function.AVG) {
            return of(field, text, false);
        }
        BigDecimal average = new BigDecimal(text);
        boolean whole = TypedRow.comparable(field.type(), BigDecimal.ONE).equals(1L);
        BigDecimal scaled = whole ? average : average.movePointLeft(Limits.DECIMAL_SCALE_MAX);
        return plain(scaled.setScale(AVERAGE_SCALE, RoundingMode.HALF_EVEN));
    }

    /** How many. */
    static BigDecimal count(@Nullable String text) {
        return new BigDecimal(String.valueOf(text));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String moment(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC)
                .toString();
    }
}
