package io.frontless.record.control;

import io.frontless.operation.FieldType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a column's cells have in common, told cell by cell: nothing of them is kept but, for a column that may tell records apart, their set. */
final class ColumnGuess {

    private final EnumSet<FieldType> possible;
    private @Nullable Set<String> distinct;
    private int filled;
    private int rows;

    ColumnGuess(String header, boolean first) {
        this.possible = ColumnType.candidates(header);
        this.distinct = first ? new HashSet<>() : null;
    }

    void add(@Nullable String cell) {
        rows++;
        if (cell == null) {
            return;
        }
        filled++;
        possible.removeIf(type -> !ColumnType.fits(type, cell));
        if (distinct != null && !distinct.add(TypedRow.folded(cell))) {
            distinct = null;
        }
    }

    /** The narrowest type that all cells fit; text where there are none. */
    FieldType type() {
        return filled == 0 ? FieldType.TEXT : ColumnType.narrowest(possible);
    }

    /** Whether every row has a cell, and no two the same that a title can hold. */
    boolean identifies() {
        return distinct != null && filled == rows && possible.contains(FieldType.TEXT);
    }

    int filled() {
        return filled;
    }
}
