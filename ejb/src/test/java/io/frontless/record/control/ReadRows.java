package io.frontless.record.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read of a file. */
final class ReadRows implements SheetRows {

    final List<List<@Nullable String>> rows = new ArrayList<>();
    final List<Integer> lines = new ArrayList<>();
    List<String> header = List.of();

    static ReadRows csv(String csv) {
        ReadRows read = new ReadRows();
        CsvSheet.read(csv, read);
        return read;
    }

    static ReadRows xlsx(byte[] workbook) {
        ReadRows read = new ReadRows();
        XlsxSheet.read(workbook, read);
        return read;
    }

    @Override
    public void header(List<String> names) {
        header = SheetCells.header(names);
    }

    @Override
    public void row(int line, List<@Nullable String> cells) {
        lines.add(line);
        rows.add(cells);
    }
}
