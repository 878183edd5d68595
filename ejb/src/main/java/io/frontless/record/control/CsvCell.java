package io.frontless.record.control;

import java.util.regex.Pattern;

/**
 * Cells of CSV that no spreadsheet runs as a formula: an apostrophe stands before what would be one, and before what begins with apostrophes and goes on so. Reading takes one
 * apostrophe away from the same, so whatever is written is read as it was.
 */
final class CsvCell {

    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r].*");

    private CsvCell() {}

    /** A text as a harmless cell. */
    static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that a cell stands for. */
    static String meant(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
