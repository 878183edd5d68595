package io.frontless.record.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a file's rows as they are read. */
interface SheetRows {

    /** The first row, which names the columns. */
    void header(List<String> names);

    /** A row of values; {@code line} is where the file has it, and blank cells are null. */
    void row(int line, List<@Nullable String> cells);
}
