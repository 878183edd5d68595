package io.frontless.record.boundary;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record as a row of its sheet.
 *
 * @param link what the value leads to: a mail, a call, a site; nothing where it is only text
 * @param target the table of the record that a reference points to, with {@code targetId}; nothing for other fields
 */
public record SheetRow(String label, String text, String link, String target, String targetId) {

    static SheetRow of(FieldSpec field, RecordView record) {
        Object value = record.values().get(field.key());
        boolean points = field.target() != null && value != null;
        return new SheetRow(
                field.label(),
                RecordGrid.text(field, record),
                link(field.type(), value),
                points ? String.valueOf(field.target()) : "",
                points ? String.valueOf(value) : "");
    }

    /** Only schemes that cannot run anything. */
    private static String link(FieldType type, @Nullable Object value) {
        String text = ValueText.of(value);
        return switch (type) {
            case EMAIL -> text.isEmpty() ? "" : "mailto:" + text;
            case PHONE -> text.isEmpty() ? "" : "tel:" + text.replaceAll("[^0-9+]", "");
            case URL -> text.matches("(?i)https?://.*") ? text : "";
            case TEXT, LONG_TEXT, INTEGER, DECIMAL, MONEY, DATE, DATETIME, BOOLEAN, CHOICE, REFERENCE -> "";
        };
    }
}
