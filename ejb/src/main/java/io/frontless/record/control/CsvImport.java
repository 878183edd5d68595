package io.frontless.record.control;

import io.frontless.operation.FieldType;

/** Cells of files, and of query strings, as values. */
public final class CsvImport {

    private CsvImport() {}

    /** A text as a value of a type; one that is not of the type is left as text, for the engine to refuse by name. */
    public static Object value(FieldType type, String text) {
        return ColumnType.value(type, text);
    }
}
