package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of a workbook (ECMA-376), row by row; of formulas the value that was last computed. Empty rows are passed over. */
final class XlsxSheet {

    private XlsxSheet() {}

    static void read(byte[] workbook, SheetRows rows) {
        boolean styled = XlsxGuard.check(workbook);
        ReadingOptions options = new ReadingOptions(styled, true);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook), options);
                Stream<Row> sheet = book.getFirstSheet().openStream()) {
            read(sheet.iterator(), new XlsxCell(book.isDate1904()), rows);
        } catch (IOException | ExcelReaderException e) {
            throw wrong(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                | java.util.NoSuchElementException e) {
            // The reader's own answer to parts that contradict each other.
            throw wrong(e.getClass().getSimpleName());
        }
    }

    private static void read(Iterator<Row> sheet, XlsxCell cell, SheetRows rows) {
        int width = 0;
        while (sheet.hasNext()) {
            Row row = sheet.next();
            List<@Nullable String> cells = SheetCells.of(texts(row, cell));
            int filled = filled(cells);
            if (width == 0 && filled > 0) {
                width = filled;
                rows.header(cells.subList(0, filled).stream()
                        .map(text -> text == null ? "" : text)
                        .toList());
            } else if (filled > 0) {
                while (cells.size() < width) {
                    cells.add(null);
                }
                rows.row(row.getRowNum(), cells.subList(0, Math.max(width, filled)));
            }
        }
    }

    private static List<@Nullable String> texts(Row row, XlsxCell cell) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int column = 0; column < row.getCellCount() && column <= Limits.FIELDS_MAX; column++) {
            String text = row.getOptionalCell(column).map(cell::text).orElse(null);
            if (text != null) {
                Json.requireStorable("file", text);
            }
            texts.add(text);
        }
        return texts;
    }

    private static int filled(List<@Nullable String> cells) {
        int filled = cells.size();
        while (filled > 0 && cells.get(filled - 1) == null) {
            filled--;
        }
        return filled;
    }

    static Rejection wrong(String found) {
        return Rejection.invalid("file", "a workbook in the form of XLSX (ECMA-376)", found);
    }
}
