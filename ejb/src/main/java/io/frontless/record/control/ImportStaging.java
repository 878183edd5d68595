package io.frontless.record.control;

import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.record.entity.ImportRows;
import io.frontless.record.entity.ImportRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a file's rows as they are read, each with the id of the record that it would become, and learns what their columns have in common. */
final class ImportStaging implements SheetRows {

    private final ImportRows rows;
    private final Ids ids;
    private final UUID workspaceId;
    private final UUID importId;
    private final List<Row> unwritten = new ArrayList<>();
    private final List<ColumnGuess> guesses = new ArrayList<>();
    private List<String> headers = List.of();
    private int count;

    ImportStaging(ImportRows rows, Ids ids, UUID workspaceId, UUID importId) {
        this.rows = rows;
        this.ids = ids;
        this.workspaceId = workspaceId;
        this.importId = importId;
    }

    @Override
    public void header(List<String> names) {
        headers = SheetCells.header(names);
        names.forEach(name -> guesses.add(new ColumnGuess(name, guesses.isEmpty())));
    }

    @Override
    public void row(int line, List<@Nullable String> cells) {
        if (++count > Limits.IMPORT_ROWS_MAX) {
            throw countWrong("more");
        }
        if (cells.size() == headers.size()) {
            for (int column = 0; column < cells.size(); column++) {
                guesses.get(column).add(cells.get(column));
            }
        }
        unwritten.add(new Row(line, ids.get(), SheetCells.write(cells)));
        if (unwritten.size() >= Limits.BATCH_STEPS) {
            write();
        }
    }

    /** Ends the file; one without rows is refused. */
    void end() {
        if (count == 0) {
            throw countWrong("none");
        }
        write();
    }

    List<String> headers() {
        return headers;
    }

    List<ColumnGuess> guesses() {
        return guesses;
    }

    private void write() {
        if (!unwritten.isEmpty()) {
            rows.add(workspaceId, importId, unwritten);
            unwritten.clear();
        }
    }

    private static Rejection countWrong(String found) {
        return Rejection.invalid("file", "a header and 1 to " + Limits.IMPORT_ROWS_MAX + " rows", found);
    }
}
