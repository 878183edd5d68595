package io.frontless.record.control;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook (ECMA-376) with one sheet, a thousand rows at a time; texts stand in their cells, so that no table of them grows. */
final class XlsxExport implements ExportWriter {

    private static final int ROWS_HELD = 1_000;
    private static final int DIGITS_MAX = 15;

    private final List<FieldSpec> fields;
    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    XlsxExport(OutputStream out, List<FieldSpec> fields) {
        this.fields = fields;
        this.book = new Workbook(out, "Frontless", "1.0");
        this.sheet = book.newWorksheet("Records");
        for (int column = 0; column < fields.size(); column++) {
            sheet.inlineString(0, column, fields.get(column).label());
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void write(RecordView record) throws IOException {
        row++;
        for (int column = 0; column < fields.size(); column++) {
            FieldSpec field = fields.get(column);
            Object value = record.values().get(field.key());
            if (value != null) {
                write(column, field, value, ExportCell.text(field, record));
            }
        }
        if (row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    private void write(int column, FieldSpec field, Object value, String text) {
        if (value instanceof BigDecimal number && number.precision() <= DIGITS_MAX) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (field.type() == FieldType.DATE && text.compareTo("1900-03-01") >= 0) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.inlineString(row, column, text);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
