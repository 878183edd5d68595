package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is stored as a value of its field's present type, whatever type the field had when it was written. References are left as texts: ids, or
 * titles that {@link References} finds. What reads in two ways, such as 01/02/2026, reads in none.
 */
final class Conversions {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,19}(\\.[0-9]{1,9})?");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(,[0-9]{3}){1,5}(\\.[0-9]{1,9})?");
    private static final Pattern GROUPED_BY_DOTS = Pattern.compile("[-+]?[0-9]{1,3}(\\.[0-9]{3}){1,5},[0-9]{1,9}");
    private static final Pattern COMMA = Pattern.compile("[-+]?[0-9]{1,19},[0-9]{1,2}");
    private static final Pattern SLASHED = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final int MONTHS = 12;

    private static final List<DateTimeFormatter> DATES = List.of(
            form("uuuu-M-d"),
            form("uuuu/M/d"),
            form("d.M.uuuu"),
            form("d MMM uuuu"),
            form("d MMMM uuuu"),
            form("MMM d, uuuu"),
            form("MMMM d, uuuu"),
            form("uuuuMMdd"));

    private Conversions() {}

    /** The value in the one form of the field's type; null where what is stored cannot be read as one. */
    static @Nullable Object read(FieldSpec field, @Nullable Object stored) {
        if (stored == null) {
            return null;
        }
        Object asItIs = normal(field, stored);
        if (asItIs != null) {
            return asItIs;
        }
        Object converted = converted(field, stored);
        return converted == null ? null : normal(field, converted);
    }

    /** Whether a value is of the field's type as it is. */
    static boolean isNormal(FieldSpec field, Object value) {
        return normal(field, value) != null;
    }

    private static @Nullable Object normal(FieldSpec field, Object value) {
        try {
            return FieldValue.normal(field, value);
        } catch (Rejection notOfTheType) {
            return null;
        }
    }

    private static @Nullable Object converted(FieldSpec field, Object stored) {
        String text = text(stored).strip();
        return switch (field.type()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL -> text(stored);
            case REFERENCE -> text;
            case INTEGER, DECIMAL, MONEY -> stored instanceof Boolean flag ? truth(flag) : number(text);
            case BOOLEAN -> flag(text);
            case CHOICE ->
                field.options().stream()
                        .filter(text::equalsIgnoreCase)
                        .findFirst()
                        .orElse(null);
            case DATE -> date(text);
            case DATETIME -> dateTime(text);
        };
    }

    /** Any stored value as a text. */
    static String text(Object stored) {
        return stored instanceof BigDecimal number ? number.toPlainString() : stored.toString();
    }

    private static BigDecimal truth(boolean flag) {
        return flag ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static @Nullable BigDecimal number(String given) {
        String text = given.replaceAll("^[€$£]\\s*|\\s*[€$£%]$|[\\s\u00a0']", "");
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (GROUPED.matcher(text).matches()) {
            return new BigDecimal(text.replace(",", ""));
        }
        boolean comma =
                GROUPED_BY_DOTS.matcher(text).matches() || COMMA.matcher(text).matches();
        return comma ? new BigDecimal(text.replace(".", "").replace(',', '.')) : null;
    }

    private static @Nullable Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1" -> true;
            case "false", "no", "n", "0" -> false;
            default -> null;
        };
    }

    private static @Nullable String date(String text) {
        if (text.length() > Limits.ECHO_CHARS_MAX) {
            return null;
        }
        Matcher slashed = SLASHED.matcher(text);
        if (slashed.matches()) {
            return slashed(slashed);
        }
        for (DateTimeFormatter form : DATES) {
            try {
                return LocalDate.parse(text, form).toString();
            } catch (DateTimeException notInThisForm) {
                // The next form.
            }
        }
        Instant moment = moment(text);
        return moment == null
                ? null
                : LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
    }

    /** Day and month where only one order makes a date. */
    private static @Nullable String slashed(Matcher slashed) {
        int first = Integer.parseInt(slashed.group(1));
        int second = Integer.parseInt(slashed.group(2));
        if (first <= MONTHS && second <= MONTHS && first != second) {
            return null;
        }
        try {
            int month = first > MONTHS ? second : first;
            return LocalDate.of(Integer.parseInt(slashed.group(3)), month, first > MONTHS ? first : second)
                    .toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String dateTime(String text) {
        Instant moment = moment(text);
        if (moment != null) {
            return moment.toString();
        }
        String date = date(text);
        return date == null ? null : date + "T00:00:00Z";
    }

    /** A date and time of ISO 8601, in UTC where it names no offset, with a blank for the T too. */
    private static @Nullable Instant moment(String text) {
        String iso = text.replaceFirst("^([0-9-]{10}) ", "$1T");
        for (String suffix : List.of("", "Z", ":00Z")) {
            try {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(iso + suffix, Instant::from);
            } catch (DateTimeException notInThisForm) {
                // The next form.
            }
        }
        return null;
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
