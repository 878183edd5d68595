package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How files are read, also those whose exporter forgot the quotes. */
class CsvTableTest {

    @Test
    void quotedCellsHoldCommasQuotesAndLines() {
        CsvTable table = CsvTable.read("a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",z\r\n");

        assertThat(cells(table)).containsExactly(List.of("x, y", "say \"hi\""), List.of("two\nlines", "z"));
    }

    @Test
    void nullAndBlankCellsAreEmpty() {
        CsvTable table = CsvTable.read("a,b,c\n1,NULL,  \n");

        assertThat(table.rows().get(0).cells()).containsExactly("1", null, null);
        assertThat(table.filled(0)).containsExactly("1");
        assertThat(table.filled(1)).isEmpty();
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(CsvTable.read("\uFEFFa,b\n1,2\n").headers()).containsExactly("a", "b");
    }

    @Test
    void commaBeforeABlankDoesNotSeparateInALineWithTooManyCells() {
        CsvTable table = CsvTable.read("name,street,city\nA,Obere Str. 57,Berlin\nB,12, rue des Bouchers,Marseille\n");

        assertThat(table.errors()).isEmpty();
        assertThat(cells(table))
                .containsExactly(
                        List.of("A", "Obere Str. 57", "Berlin"), List.of("B", "12, rue des Bouchers", "Marseille"));
    }

    @Test
    void lineThatStillDoesNotFitIsAnErrorAndNeverShifted() {
        CsvTable table = CsvTable.read("a,b\n1,2\n1,2,3\n1\n");

        assertThat(cells(table)).containsExactly(List.of("1", "2"));
        assertThat(table.errors())
                .containsExactly(
                        new ImportRowError(3, "row", "2 cells", "3 cells"),
                        new ImportRowError(4, "row", "2 cells", "1 cells"));
    }

    @Test
    void linesAreCountedFromTheHeader() {
        CsvTable table = CsvTable.read("a\n1\n2\n");

        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a,b", "a,a\n1,2\n", "a,A\n1,2\n", "a,\n1,2\n", "a,b\n\"1,2\n", "a\n1\0\n", "a\n\ud800\n"})
    void fileThatIsNoTableIsRefused(String csv) {
        assertThatThrownBy(() -> CsvTable.read(csv)).isInstanceOfSatisfying(Rejection.class, rejection -> assertThat(
                        rejection.details().get(0).field())
                .isEqualTo("file"));
    }

    @Test
    void rowsAreAsManyAsAPlanHolds() {
        assertThat(CsvTable.read("a\n" + lines(4_999)).rows()).hasSize(4_999);
        assertThatThrownBy(() -> CsvTable.read("a\n" + lines(5_000))).isInstanceOf(Rejection.class);
    }

    @Test
    void columnsAreBounded() {
        String names = IntStream.rangeClosed(1, 201).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertThatThrownBy(() -> CsvTable.read(names + "\n1\n")).isInstanceOf(Rejection.class);
    }

    private static String lines(int count) {
        return "1\n".repeat(count);
    }

    private static List<List<@Nullable String>> cells(CsvTable table) {
        List<List<@Nullable String>> cells = new ArrayList<>();
        table.rows().forEach(row -> cells.add(row.cells()));
        return cells;
    }
}
