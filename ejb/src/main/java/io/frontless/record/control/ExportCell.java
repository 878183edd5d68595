package io.frontless.record.control;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;

/** A record's value as text that people read and an import takes back: a reference by its title. */
final class ExportCell {

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

    static boolean isNumber(FieldType type) {
        return switch (type) {
            case INTEGER, DECIMAL, MONEY -> true;
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL, DATE, DATETIME, BOOLEAN, REFERENCE -> false;
        };
    }
}
