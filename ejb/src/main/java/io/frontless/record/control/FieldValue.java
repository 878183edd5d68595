package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form of a value in each type of field, so that equal values are equal bytes: what is stored, logged, hashed and compared.
 * References are left as they are; they are resolved by {@link References}.
 */
final class FieldValue {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@[^\\s@\"(),:;<>\\[\\]\\\\]+\\.[^\\s@.\"]{2,}");
    private static final Pattern PHONE = Pattern.compile("[+0-9 ()./x-]{3,40}");
    private static final int EMAIL_CHARS_MAX = 254;
    private static final int PHONE_DIGITS_MIN = 3;
    private static final BigDecimal INTEGER_MAX = new BigDecimal("9007199254740991");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate YEAR_1 = LocalDate.of(1, 1, 1);
    private static final LocalDate YEAR_9999 = LocalDate.of(9999, 12, 31);

    private FieldValue() {}

    /** The value in its one form, or null for none; what does not fit the field is refused as INVALID. */
    static @Nullable Object normal(FieldSpec field, @Nullable Object value) {
        if (value == null || "".equals(value)) {
            return null;
        }
        return switch (field.type()) {
            case TEXT -> text(field, value, Limits.TEXT_CHARS_MAX);
            case LONG_TEXT -> text(field, value, Limits.LONG_TEXT_CHARS_MAX);
            case INTEGER -> integer(field, value);
            case DECIMAL, MONEY -> decimal(field, value);
            case DATE -> date(field, value);
            case DATETIME -> dateTime(field, value);
            case BOOLEAN -> bool(field, value);
            case CHOICE -> option(field, value);
            case EMAIL -> matching(field, value, EMAIL, EMAIL_CHARS_MAX, "an e-mail address");
            case PHONE -> phone(field, value);
            case URL -> url(field, value);
            case REFERENCE -> text(field, value, Limits.TEXT_CHARS_MAX);
        };
    }

    private static String text(FieldSpec field, Object value, int charsMax) {
        if (!(value instanceof String text)) {
            throw Rejection.invalid(field.key(), "a text", value);
        }
        Json.requireStorable(field.key(), text);
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (normal.isBlank() || normal.length() > charsMax) {
            throw Rejection.invalid(
                    field.key(), "a text of 1 to " + charsMax + " characters", normal.isBlank() ? "blanks" : normal);
        }
        return normal;
    }

    private static BigDecimal number(FieldSpec field, Object value) {
        if (!(value instanceof BigDecimal number)) {
            throw Rejection.invalid(field.key(), "a number", value);
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal integer(FieldSpec field, Object value) {
        BigDecimal number = number(field, value);
        if (number.scale() > 0 || number.abs().compareTo(INTEGER_MAX) > 0) {
            throw Rejection.invalid(field.key(), "a whole number from -" + INTEGER_MAX + " to " + INTEGER_MAX, value);
        }
        return number;
    }

    private static BigDecimal decimal(FieldSpec field, Object value) {
        BigDecimal number = number(field, value);
        boolean fits = number.scale() <= Limits.DECIMAL_SCALE_MAX
                && number.precision() - number.scale() <= Limits.DECIMAL_WHOLE_DIGITS_MAX;
        if (!fits) {
            throw Rejection.invalid(
                    field.key(),
                    "a number of at most " + Limits.DECIMAL_WHOLE_DIGITS_MAX + " whole digits and "
                            + Limits.DECIMAL_SCALE_MAX + " decimal places",
                    value);
        }
        return number;
    }

    private static String date(FieldSpec field, Object value) {
        try {
            if (value instanceof String text) {
                LocalDate date = LocalDate.parse(text, DATE);
                requireYear(field, date);
                return date.format(DATE);
            }
        } catch (DateTimeException e) {
            throw Rejection.invalid(field.key(), "a date such as 2026-12-15", value);
        }
        throw Rejection.invalid(field.key(), "a date such as 2026-12-15", value);
    }

    private static String dateTime(FieldSpec field, Object value) {
        String expected = "a date and time with its offset such as 2026-12-15T09:30:00Z (ISO 8601)";
        try {
            if (value instanceof String text) {
                Instant time = OffsetDateTime.parse(text).toInstant();
                requireYear(field, LocalDate.ofInstant(time, ZoneOffset.UTC));
                return time.truncatedTo(ChronoUnit.MICROS).toString();
            }
        } catch (DateTimeException e) {
            throw Rejection.invalid(field.key(), expected, value);
        }
        throw Rejection.invalid(field.key(), expected, value);
    }

    private static void requireYear(FieldSpec field, LocalDate date) {
        if (date.isBefore(YEAR_1) || date.isAfter(YEAR_9999)) {
            throw Rejection.invalid(field.key(), "a year from 1 to 9999", date);
        }
    }

    private static Boolean bool(FieldSpec field, Object value) {
        if (!(value instanceof Boolean flag)) {
            throw Rejection.invalid(field.key(), "true or false", value);
        }
        return flag;
    }

    private static String option(FieldSpec field, Object value) {
        if (value instanceof String text && field.options().contains(text)) {
            return text;
        }
        throw Rejection.invalid(field.key(), "one of " + field.options(), value);
    }

    private static String phone(FieldSpec field, Object value) {
        String text = matching(field, value, PHONE, Limits.TEXT_CHARS_MAX, "a phone number");
        if (text.chars().filter(Character::isDigit).count() < PHONE_DIGITS_MIN) {
            throw Rejection.invalid(field.key(), "a phone number", value);
        }
        return text;
    }

    private static String url(FieldSpec field, Object value) {
        String text = text(field, value, Limits.TEXT_CHARS_MAX);
        try {
            URI uri = new URI(text);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException e) {
            throw Rejection.invalid(field.key(), "a web address such as https://example.com", value);
        }
        throw Rejection.invalid(field.key(), "a web address such as https://example.com", value);
    }

    private static String matching(FieldSpec field, Object value, Pattern pattern, int charsMax, String expected) {
        String text = text(field, value, charsMax);
        if (!pattern.matcher(text).matches()) {
            throw Rejection.invalid(field.key(), expected, value);
        }
        return text;
    }
}
