package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What type a column's cells have, and how a cell is read as it. A number that begins with 0 is a code, such as a postal code, and stays text. */
final class ColumnType {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,14})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,13})(\\.[0-9]{1,4})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([ T]00:00:00(\\.0+)?)?");
    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern PHONE = Pattern.compile("[+0-9 ()./x-]{3,40}");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern PHONE_HEADER = Pattern.compile(".*(phone|fax|mobile).*");
    private static final Pattern MONEY_HEADER = Pattern.compile(".*(price|amount|freight|cost|total).*");
    private static final int DATE_CHARS = 10;

    private ColumnType() {}

    /** In this order the first that all cells fit is taken. */
    private static final List<FieldType> NARROWEST_FIRST = List.of(
            FieldType.PHONE,
            FieldType.MONEY,
            FieldType.BOOLEAN,
            FieldType.INTEGER,
            FieldType.DECIMAL,
            FieldType.DATE,
            FieldType.DATETIME,
            FieldType.EMAIL,
            FieldType.URL,
            FieldType.TEXT);

    /** The narrowest type that all cells fit; text where there are none. */
    static FieldType of(String header, List<String> cells) {
        ColumnGuess guess = new ColumnGuess(header, false);
        cells.forEach(guess::add);
        return guess.type();
    }

    /** The types that a column of this name may have. */
    static EnumSet<FieldType> candidates(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        EnumSet<FieldType> candidates = EnumSet.copyOf(NARROWEST_FIRST);
        if (!PHONE_HEADER.matcher(name).matches()) {
            candidates.remove(FieldType.PHONE);
        }
        if (!MONEY_HEADER.matcher(name).matches()) {
            candidates.remove(FieldType.MONEY);
        }
        return candidates;
    }

    /** The narrowest of these; a long text where there is none. */
    static FieldType narrowest(Set<FieldType> possible) {
        return NARROWEST_FIRST.stream().filter(possible::contains).findFirst().orElse(FieldType.LONG_TEXT);
    }

    /** Whether a cell reads as a type. */
    static boolean fits(FieldType type, String cell) {
        return switch (type) {
            case PHONE -> PHONE.matcher(cell).matches();
            case MONEY, DECIMAL -> DECIMAL.matcher(cell).matches();
            case BOOLEAN -> cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false");
            case INTEGER -> INTEGER.matcher(cell).matches();
            case DATE -> DATE.matcher(cell).matches();
            case DATETIME -> DATE_TIME.matcher(cell).matches();
            case EMAIL -> EMAIL.matcher(cell).matches();
            case URL -> URL.matcher(cell).matches();
            case TEXT -> cell.length() <= Limits.TEXT_CHARS_MAX;
            case LONG_TEXT, CHOICE, REFERENCE -> true;
        };
    }

    /** A cell as a plan writes it; one that is not of the type is left as text, for the engine to refuse by name. */
    static Object value(FieldType type, String cell) {
        return switch (type) {
            case INTEGER, DECIMAL, MONEY -> DECIMAL.matcher(cell).matches() ? new BigDecimal(cell) : cell;
            case DATE -> DATE.matcher(cell).matches() ? cell.substring(0, DATE_CHARS) : cell;
            case DATETIME ->
                DATE_TIME.matcher(cell).matches() ? cell.replace(' ', 'T') + (cell.endsWith("Z") ? "" : "Z") : cell;
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
}
