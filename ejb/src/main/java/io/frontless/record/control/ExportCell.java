package io.frontless.record.control;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A record's value as text that people read and an import takes back: a reference by its title. */
final class ExportCell {

    private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";

    private ExportCell() {}

    static String text(FieldSpec field, RecordView record) {
        Object value = record.values().get(field.key());
        if (value == null) {
            return "";
        }
        if (field.type() == FieldType.REFERENCE) {
            return record.referenceTitles().getOrDefault(value.toString(), value.toString());
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** The text with an apostrophe before what a spreadsheet would run as a formula; numbers are left. */
    static String harmless(FieldSpec field, String text) {
        boolean runs = !text.isEmpty() && RUN_BY_SPREADSHEETS.indexOf(text.charAt(0)) >= 0;
        return runs && !isNumber(field.type()) ? "'" + text : text;
    }

    /** Takes back what {@link #harmless} did. */
    static @Nullable String meant(@Nullable String cell) {
        if (cell == null || cell.length() < 2 || cell.charAt(0) != '\'') {
            return cell;
        }
        return RUN_BY_SPREADSHEETS.indexOf(cell.charAt(1)) >= 0 ? cell.substring(1) : cell;
    }

    static boolean isNumber(FieldType type) {
        return switch (type) {
            case INTEGER, DECIMAL, MONEY -> true;
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL, DATE, DATETIME, BOOLEAN, REFERENCE -> false;
        };
    }
}
