package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.entity.RecordSearch.Column;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The typed copy of one value, in the column that its type is compared by. */
final class TypedRow {

    private TypedRow() {}

    /** The row's columns, or none for a type that is not filtered by (long text). */
    static Optional<Map<String, @Nullable Object>> of(FieldSpec field, UUID recordId, Object value) {
        if (field.type() == FieldType.LONG_TEXT) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("field", field.key());
        row.put("record_id", recordId);
        row.put(column(field.type()).columnName(), comparable(field.type(), value));
        if (field.unique()) {
            row.put("unique_key", uniqueKey(field.type(), value));
        }
        return Optional.of(row);
    }

    /** The column that values of a type are compared by. */
    static Column column(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL -> Column.TEXT;
            case INTEGER, DECIMAL, MONEY, BOOLEAN -> Column.NUMBER;
            case DATE, DATETIME -> Column.TIME;
            case REFERENCE -> Column.REFERENCE;
        };
    }

    /** The value as that column holds it. */
    static Object comparable(FieldType type, Object value) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL -> folded(value.toString());
            case INTEGER -> ((BigDecimal) value).longValueExact();
            case DECIMAL, MONEY ->
                ((BigDecimal) value).movePointRight(Limits.DECIMAL_SCALE_MAX).longValueExact();
            case BOOLEAN -> Boolean.TRUE.equals(value) ? 1L : 0L;
            case DATE -> value + "T00:00:00Z";
            case DATETIME, REFERENCE -> value.toString();
        };
    }

    /** By what a unique field tells its values apart: text without regard to case. */
    static String uniqueKey(FieldType type, Object value) {
        return comparable(type, value).toString();
    }

    /** A text as it is compared: composed, lower case, as much of it as is indexed. */
    static String folded(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(folded.length(), Limits.INDEXED_CHARS_MAX));
    }
}
