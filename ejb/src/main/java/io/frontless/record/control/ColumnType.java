package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What type a column's cells have, and how a cell is read as it. A number that begins with 0 is a code, such as a postal code, and stays text. */
final class ColumnType {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,14})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,13})(\\.[0-9]{1,4})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([ T]00:00:00(\\.0+)?)?");
    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern PHONE = Pattern.compile("[+0-9 ()./x-]{3,40}");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern PHONE_HEADER = Pattern.compile(".*(phone|fax|mobile).*");
    private static final Pattern MONEY_HEADER = Pattern.compile(".*(price|amount|freight|cost|total).*");
    private static final int DATE_CHARS = 10;

    private ColumnType() {}

    /** The narrowest type that all cells fit; text where there are none. */
    static FieldType of(String header, List<String> cells) {
        String name = header.toLowerCase(Locale.ROOT);
        if (cells.isEmpty()) {
            return FieldType.TEXT;
        }
        if (PHONE_HEADER.matcher(name).matches() && all(cells, PHONE)) {
            return FieldType.PHONE;
        }
        if (MONEY_HEADER.matcher(name).matches() && all(cells, DECIMAL)) {
            return FieldType.MONEY;
        }
        if (all(cells, INTEGER)) {
            return FieldType.INTEGER;
        }
        if (all(cells, DECIMAL)) {
            return FieldType.DECIMAL;
        }
        return text(cells);
    }

    private static FieldType text(List<String> cells) {
        if (all(cells, DATE)) {
            return FieldType.DATE;
        }
        if (all(cells, DATE_TIME)) {
            return FieldType.DATETIME;
        }
        if (all(cells, EMAIL)) {
            return FieldType.EMAIL;
        }
        if (all(cells, URL)) {
            return FieldType.URL;
        }
        return cells.stream().allMatch(cell -> cell.length() <= Limits.TEXT_CHARS_MAX)
                ? FieldType.TEXT
                : FieldType.LONG_TEXT;
    }

    /** A cell as a plan writes it; one that is not of the type is left as text, for the engine to refuse by name. */
    static Object value(FieldType type, String cell) {
        return switch (type) {
            case INTEGER, DECIMAL, MONEY -> DECIMAL.matcher(cell).matches() ? new BigDecimal(cell) : cell;
            case DATE -> DATE.matcher(cell).matches() ? cell.substring(0, DATE_CHARS) : cell;
            case DATETIME -> DATE_TIME.matcher(cell).matches() ? cell.replace(' ', 'T') + "Z" : cell;
            case BOOLEAN -> bool(cell);
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL, REFERENCE -> cell;
        };
    }

    private static Object bool(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            default -> cell;
        };
    }

    private static boolean all(List<String> cells, Pattern pattern) {
        return cells.stream().allMatch(cell -> pattern.matcher(cell).matches());
    }
}
