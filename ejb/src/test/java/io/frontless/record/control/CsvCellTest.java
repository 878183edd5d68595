package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell that is written is a formula, and every one is read as it was. */
class CsvCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1",
                "-",
                "@SUM(A1)",
                "\t=1",
                "\rx",
                "=\n1",
                "'=1",
                "''=1",
                "'''@x",
                "'",
                "''",
                "'tis",
                "O'Brien =",
                "a=1",
                ""
            })
    void whatIsWrittenIsReadAsItWasAndRunsNothing(String text) {
        String cell = CsvCell.harmless(text);

        assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
        assertThat(CsvCell.meant(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'tis", "O'Brien", "plain", "1"})
    void whatIsNoFormulaStaysAsItIs(String text) {
        assertThat(CsvCell.harmless(text)).isEqualTo(text);
        assertThat(CsvCell.meant(text)).isEqualTo(text);
    }
}
