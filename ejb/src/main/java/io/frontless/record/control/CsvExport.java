package io.frontless.record.control;

import io.frontless.operation.FieldSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** Writes CSV (RFC 4180) in UTF-8, with labels as the header. */
final class CsvExport implements ExportWriter {

    private final List<FieldSpec> fields;
    private final CSVPrinter printer;

    /** {@code mark} puts a byte order mark in front, for spreadsheets that take other bytes for another character set. */
    CsvExport(OutputStream out, List<FieldSpec> fields, boolean mark) throws IOException {
        this.fields = fields;
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (mark) {
            writer.write('\uFEFF');
        }
        this.printer = new CSVPrinter(
                writer,
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get());
        printer.printRecord(
                fields.stream().map(FieldSpec::label).map(CsvCell::harmless).toList());
    }

    @Override
    public void write(RecordView record) throws IOException {
        for (FieldSpec field : fields) {
            printer.print(cell(field, ExportCell.text(field, record)));
        }
        printer.println();
    }

    /** Numbers run nothing, and an apostrophe would make texts of them. */
    private static String cell(FieldSpec field, String text) {
        return ExportCell.isNumber(field.type()) ? text : CsvCell.harmless(text);
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
