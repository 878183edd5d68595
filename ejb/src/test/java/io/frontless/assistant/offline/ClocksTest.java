package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of day in fields of text. */
final class ClocksTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    physio => move T-904 to 9:15 => set Appointment: T-904 | Time=09:15
                    physio => set the time of T-904 to 9:15 => set Appointment: T-904 | Time=09:15
                    physio => T-904 at 9:15 instead of 8:30 => set Appointment: T-904 | Time=09:15
                    physio => T-904 moved to 3 pm => set Appointment: T-904 | Time=15:00
                    physio => please move T-905 to Thursday next week, 15:30 => set Appointment: T-905 | Date=2026-10-08 | Time=15:30
                    radio => Could you please move Page Turners to Saturday at 10:30? => set Show: Page Turners | Starts at=10:30 | Weekday=Saturday
                    """)
    void keepsTheTimeAsTheOthersAreWritten(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
