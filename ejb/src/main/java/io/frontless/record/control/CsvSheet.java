package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV (RFC 4180), whose cells are separated by comma, semicolon or tab, whichever the header has most of. Exporters often forget to quote addresses,
 * so a row with too many cells that stands in one line is read once more with only those commas separating that no blank follows.
 */
final class CsvSheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern COMMA_WITHOUT_BLANK = Pattern.compile(",(?! )");

    private final String text;
    private int width;
    private int line = 1;
    private int counted;

    private CsvSheet(String text) {
        this.text = text;
    }

    static void read(String csv, SheetRows rows) {
        Json.requireStorable("file", csv);
        new CsvSheet(csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv).readTo(rows);
    }

    private void readTo(SheetRows rows) {
        char delimiter = delimiter();
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                int start = start(record);
                if (width == 0) {
                    width = record.size();
                    rows.header(record.toList().stream()
                            .map(String::strip)
                            .map(CsvCell::meant)
                            .toList());
                } else {
                    rows.row(
                            line,
                            SheetCells.of(cells(record, start, delimiter)).stream()
                                    .map(cell -> cell == null ? null : CsvCell.meant(cell))
                                    .toList());
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw Rejection.invalid("file", "CSV as in RFC 4180", e.getMessage());
        }
    }

    /** Where a record begins, empty lines before it left out; {@link #line} follows. */
    private int start(CSVRecord record) {
        int start = (int) record.getCharacterPosition();
        while (start < text.length() && (text.charAt(start) == '\n' || text.charAt(start) == '\r')) {
            start++;
        }
        for (int index = counted; index < start; index++) {
            line += text.charAt(index) == '\n' ? 1 : 0;
        }
        counted = start;
        return start;
    }

    private List<String> cells(CSVRecord record, int start, char delimiter) {
        if (record.size() <= width || delimiter != ',') {
            return record.toList();
        }
        int end = text.indexOf('\n', start);
        String alone = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
        boolean oneLine = alone.chars().filter(c -> c == '"').count() % 2 == 0;
        return oneLine ? Arrays.asList(COMMA_WITHOUT_BLANK.split(alone, -1)) : record.toList();
    }

    private char delimiter() {
        int end = text.indexOf('\n');
        String header = text.substring(0, end < 0 ? text.length() : end);
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String header, char wanted) {
        return header.chars().filter(c -> c == wanted).count();
    }
}
