package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, counted from Thursday 2026-10-01. */
final class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    2026-12-15          => 2026-12-15
                    15.12.2026          => 2026-12-15
                    1.2.2027            => 2027-02-01
                    31/12/2026          => 2026-12-31
                    12/31/2026          => 2026-12-31
                    5/5/2026            => 2026-05-05
                    15 Dec 2026         => 2026-12-15
                    15th of December    => 2026-12-15
                    December 15         => 2026-12-15
                    Dec. 15, 2026       => 2026-12-15
                    the 1st of October  => 2026-10-01
                    30 September        => 2027-09-30
                    today               => 2026-10-01
                    Tomorrow            => 2026-10-02
                    yesterday           => 2026-09-30
                    next Monday         => 2026-10-05
                    friday              => 2026-10-02
                    thursday            => 2026-10-08
                    in 3 days           => 2026-10-04
                    in a week           => 2026-10-08
                    in 2 months         => 2026-12-01
                    in one year         => 2027-10-01
                    a week from today   => 2026-10-08
                    two weeks from tomorrow => 2026-10-16
                    Monday the 12th     => 2026-10-12
                    Monday the 28th     => 2026-09-28
                    Monday the 12th of October => 2026-10-12
                    """)
    void areReadInManyForms(String text, LocalDate date) {
        assertThat(Dates.parse(text, Workspace.TODAY)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026", "15", "december", "someday", "next year", "2026-12-15x", "12.2026"})
    void otherWordsAreNone(String text) {
        assertThat(Dates.parse(text, Workspace.TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "31.04.2026", "February 30", "2026-13-01", "03/04/2026", "Friday the 12th"})
    void whatIsNoDayOrCouldBeTwoIsAnswered(String text) {
        assertThatThrownBy(() -> Dates.parse(text, Workspace.TODAY))
                .isInstanceOf(Unclear.class)
                .hasMessageContaining(text);
    }
}
