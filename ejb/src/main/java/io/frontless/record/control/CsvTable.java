package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) as rows of cells; {@code NULL} and blank cells are empty. Exporters often forget to quote addresses, so a row with too
 * many cells is read once more with only those commas separating that no blank follows; what still does not fit is an error, never a shifted row.
 */
record CsvTable(List<String> headers, List<Row> rows, List<ImportRowError> errors) {

    private static final Pattern COMMA_WITHOUT_BLANK = Pattern.compile(",(?! )");

    /** A row; {@code line} counts from 1, the header. */
    record Row(int line, List<@Nullable String> cells) {}

    static CsvTable read(String csv) {
        Json.requireStorable("file", csv);
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (CSVParser parser =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(new StringReader(text))) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                throw Rejection.invalid("file", "a header and rows", "nothing");
            }
            List<String> headers = headers(records.get(0));
            return table(
                    headers, records.subList(1, records.size()), text.lines().toList());
        } catch (IOException | UncheckedIOException e) {
            throw Rejection.invalid("file", "CSV as in RFC 4180", e.getMessage());
        }
    }

    private static CsvTable table(List<String> headers, List<CSVRecord> records, List<String> lines) {
        if (records.isEmpty() || records.size() >= Limits.PLAN_OPERATIONS_MAX) {
            throw Rejection.invalid("file", "1 to " + (Limits.PLAN_OPERATIONS_MAX - 1) + " rows", records.size());
        }
        List<Row> rows = new ArrayList<>();
        List<ImportRowError> errors = new ArrayList<>();
        boolean oneLineEach = lines.stream().filter(line -> !line.isBlank()).count() == records.size() + 1;
        for (CSVRecord record : records) {
            int line = (int) record.getRecordNumber();
            List<String> cells = record.toList();
            if (cells.size() > headers.size() && oneLineEach) {
                cells = Arrays.asList(COMMA_WITHOUT_BLANK.split(lines.get(line - 1), -1));
            }
            if (cells.size() == headers.size()) {
                rows.add(new Row(line, cells.stream().map(CsvTable::cell).toList()));
            } else {
                errors.add(new ImportRowError(line, "row", headers.size() + " cells", cells.size() + " cells"));
            }
        }
        return new CsvTable(headers, rows, errors);
    }

    private static List<String> headers(CSVRecord first) {
        List<String> headers = first.toList().stream().map(String::strip).toList();
        if (headers.size() > Limits.FIELDS_MAX) {
            throw Rejection.invalid("file", "at most " + Limits.FIELDS_MAX + " columns", headers.size());
        }
        HashSet<String> seen = new HashSet<>();
        for (String header : headers) {
            if (header.isEmpty()
                    || header.length() > Limits.TEXT_CHARS_MAX
                    || !seen.add(header.toLowerCase(Locale.ROOT))) {
                throw Rejection.invalid(
                        "file", "a header of names that differ", header.isEmpty() ? "an empty name" : header);
            }
        }
        return headers;
    }

    private static @Nullable String cell(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.equals("NULL") ? null : stripped;
    }

    /** The cells of a column, empty ones left out. */
    List<String> filled(int column) {
        List<String> filled = new ArrayList<>();
        for (Row row : rows) {
            String cell = row.cells().get(column);
            if (cell != null) {
                filled.add(cell);
            }
        }
        return filled;
    }
}
