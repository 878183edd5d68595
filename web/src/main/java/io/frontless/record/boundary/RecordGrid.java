package io.frontless.record.boundary;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records of one table as rows of text; the first column leads to the record. */
public record RecordGrid(String entity, List<Column> columns, List<Row> rows) {

    /** A field; numbers stand to the right. */
    public record Column(String key, String label, boolean number) {}

    /** A record. */
    public record Row(String id, String title, List<Cell> cells) {}

    /** A value in its column. */
    public record Cell(String text, boolean number) {}

    /** The grid of these records with all their fields. */
    public static RecordGrid of(EntityView entity, List<RecordView> records) {
        return of(entity, List.of(), records);
    }

    /** The same with some fields, after the one that records are called by; all where none is named. */
    static RecordGrid of(EntityView entity, List<String> columns, List<RecordView> records) {
        List<FieldSpec> fields = fields(entity, columns);
        return new RecordGrid(
                entity.key(),
                fields.stream()
                        .map(field -> new Column(field.key(), field.label(), isNumber(field)))
                        .toList(),
                records.stream().map(record -> row(fields, record)).toList());
    }

    private static List<FieldSpec> fields(EntityView entity, List<String> columns) {
        if (columns.isEmpty()) {
            return entity.fields();
        }
        Set<FieldSpec> fields = new LinkedHashSet<>();
        entity.fields().stream().limit(1).forEach(fields::add);
        columns.stream().map(entity::field).flatMap(Optional::stream).forEach(fields::add);
        return List.copyOf(fields);
    }

    private static Row row(List<FieldSpec> fields, RecordView record) {
        List<Cell> cells = fields.stream()
                .skip(1)
                .map(field -> new Cell(text(field, record), isNumber(field)))
                .toList();
        return new Row(record.id().toString(), record.title(), cells);
    }

    static String text(FieldSpec field, RecordView record) {
        return ValueText.of(field, record.values().get(field.key()), record.referenceTitles());
    }

    private static boolean isNumber(FieldSpec field) {
        return field.type() == FieldType.INTEGER
                || field.type() == FieldType.DECIMAL
                || field.type() == FieldType.MONEY;
    }
}
