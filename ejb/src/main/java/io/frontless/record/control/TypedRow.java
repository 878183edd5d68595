package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.entity.RecordSearch.Column;
import io.frontless.record.entity.TypedValues.Place;
import io.frontless.record.entity.TypedValues.Row;
import io.frontless.record.entity.TypedValues.Unique;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The typed copy of one value, in the column that its type is compared by. */
final class TypedRow {

    private TypedRow() {}

    /** The row, or none for a type that is not filtered by (long text). */
    static Optional<Row> of(FieldSpec field, String entity, UUID recordId, Object value) {
        if (field.type() == FieldType.LONG_TEXT) {
            return Optional.empty();
        }
        Column column = column(field.type());
        Object comparable = comparable(field.type(), value);
        return Optional.of(new Row(
                new Place(recordId, entity, field.key()),
                column == Column.TEXT ? comparable.toString() : null,
                column == Column.NUMBER ? (Long) comparable : null,
                column == Column.TIME ? comparable.toString() : null,
                column == Column.REFERENCE ? UUID.fromString(comparable.toString()) : null,
                field.unique() ? uniqueKey(field.type(), value) : null));
    }

    /** A value of a unique field as it is told apart from others. */
    static Unique unique(FieldSpec field, String entity, Object value) {
        return new Unique(entity, field.key(), uniqueKey(field.type(), value));
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
