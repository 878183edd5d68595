package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How workbooks are read, also those that somebody made to do harm. */
class XlsxSheetTest {

    private static final String CELLS =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<sheetData><row r=\"1\"><c r=\"%s\" t=\"inlineStr\"><is><t>a</t></is></c></row></sheetData></worksheet>";

    @Test
    void cellsAreReadAsPeopleSeeThem() throws IOException {
        byte[] workbook = workbook(sheet -> {
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "day");
            sheet.value(0, 2, "moment");
            sheet.value(0, 3, "amount");
            sheet.value(0, 4, "paid");
            sheet.value(1, 0, "Acme");
            sheet.value(1, 1, LocalDate.of(2026, 12, 15));
            sheet.style(1, 1).format("yyyy-MM-dd").set();
            sheet.value(1, 2, LocalDateTime.of(2026, 12, 15, 9, 30));
            sheet.style(1, 2).format("yyyy-MM-dd H:mm:ss").set();
            sheet.value(1, 3, 0.1 + 0.2);
            sheet.value(1, 4, true);
            sheet.value(3, 0, "Works");
            sheet.value(3, 3, 1200);
        });

        ReadRows read = ReadRows.xlsx(workbook);

        assertThat(read.header).containsExactly("name", "day", "moment", "amount", "paid");
        assertThat(read.rows)
                .containsExactly(
                        List.of("Acme", "2026-12-15", "2026-12-15 09:30:00", "0.3", "true"),
                        Arrays.asList("Works", null, null, "1200", null));
        assertThat(read.lines).containsExactly(2, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "a,b\n1,2\n", "PK\3\4 and more that is no archive"})
    void otherBytesAreRefused(String bytes) {
        assertRefused(bytes.getBytes(StandardCharsets.UTF_8), Reason.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "A99999999", "A"})
    void cellBeyondTheSheetIsRefused(String place) throws IOException {
        assertRefused(
                archive("xl/worksheets/sheet1.xml", CELLS.formatted(place).getBytes(StandardCharsets.UTF_8)),
                Reason.INVALID);
    }

    @Test
    void entitiesAreRefused() throws IOException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>";

        assertRefused(archive("xl/workbook.xml", bomb.getBytes(StandardCharsets.UTF_8)), Reason.INVALID);
    }

    @Test
    void archiveThatUnpacksToTooMuchIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] zeros = new byte[1024 * 1024];
            Arrays.fill(zeros, (byte) 'z');
            zip.putNextEntry(new ZipEntry("xl/media/image1.bin"));
            for (int megabyte = 0; megabyte <= 512; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertRefused(bytes.toByteArray(), Reason.LIMIT);
    }

    @Test
    void archiveWithoutAWorkbookIsRefused() throws IOException {
        assertRefused(archive("readme.txt", "nothing".getBytes(StandardCharsets.UTF_8)), Reason.INVALID);
    }

    private static void assertRefused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> ReadRows.xlsx(file))
                .isInstanceOfSatisfying(Rejection.class, rejection -> assertThat(rejection.reason())
                        .isEqualTo(reason));
    }

    private static byte[] archive(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(Consumer<Worksheet> cells) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            cells.accept(book.newWorksheet("Sheet"));
        }
        return bytes.toByteArray();
    }
}
