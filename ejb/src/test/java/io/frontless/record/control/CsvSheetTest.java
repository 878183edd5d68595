package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Rejection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How CSV is read, also that whose exporter forgot the quotes. */
class CsvSheetTest {

    @Test
    void quotedCellsHoldCommasQuotesAndLines() {
        ReadRows read = ReadRows.csv("a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",z\r\n3,4\r\n");

        assertThat(read.rows)
                .containsExactly(List.of("x, y", "say \"hi\""), List.of("two\nlines", "z"), List.of("3", "4"));
        assertThat(read.lines).containsExactly(2, 3, 5);
    }

    @Test
    void nullAndBlankCellsAreEmpty() {
        assertThat(ReadRows.csv("a,b,c\n1,NULL,  \n").rows).containsExactly(Arrays.asList("1", null, null));
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(ReadRows.csv("\uFEFFa,b\n1,2\n").header).containsExactly("a", "b");
    }

    @Test
    void apostropheThatKeepsSpreadsheetsFromRunningACellIsNoPartOfIt() {
        ReadRows read = ReadRows.csv("'=a,b\n'=1+1,''@x\n'tis,O'Brien\n");

        assertThat(read.header).containsExactly("=a", "b");
        assertThat(read.rows).containsExactly(List.of("=1+1", "'@x"), List.of("'tis", "O'Brien"));
    }

    @Test
    void commaBeforeABlankDoesNotSeparateInALineWithTooManyCells() {
        ReadRows read = ReadRows.csv("name,street,city\nA,Obere Str. 57,Berlin\nB,12, rue des Bouchers,Marseille\n");

        assertThat(read.rows)
                .containsExactly(
                        List.of("A", "Obere Str. 57", "Berlin"), List.of("B", "12, rue des Bouchers", "Marseille"));
    }

    @Test
    void lineThatStillDoesNotFitIsNeverShifted() {
        assertThat(ReadRows.csv("a,b\n1,2\n1,2,3\n1\n").rows)
                .containsExactly(List.of("1", "2"), List.of("1", "2", "3"), List.of("1"));
    }

    @Test
    void linesAreThoseOfTheFileWithItsEmptyOnes() {
        assertThat(ReadRows.csv("a\n1\n\n\n2\n").lines).containsExactly(2, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\n1;2,5\n", "a\tb\n1\t2,5\n"})
    void otherSeparatorsAreSeenInTheHeader(String csv) {
        assertThat(ReadRows.csv(csv).rows).containsExactly(List.of("1", "2,5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,a\n1,2\n", "a,A\n1,2\n", "a,\n1,2\n", "a,b\n\"1,2\n", "a\n1\0\n", "a\n\ud800\n"})
    void fileThatIsNoTableIsRefused(String csv) {
        assertThatThrownBy(() -> ReadRows.csv(csv)).isInstanceOfSatisfying(Rejection.class, rejection -> assertThat(
                        rejection.details().get(0).field())
                .isEqualTo("file"));
    }

    @Test
    void columnsAreBounded() {
        String names = IntStream.rangeClosed(1, 201).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertThatThrownBy(() -> ReadRows.csv(names + "\n1\n")).isInstanceOf(Rejection.class);
    }
}
