package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records told in several ways at once, and away with them. */
final class TogetherTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    you can delete the cancelled bookings and BK-205 too => delete Booking: BK-205, BK-208
                    delete BK-205, BK-203 and the cancelled bookings => delete Booking: BK-203, BK-205, BK-208
                    set the requested bookings and BK-201 to confirmed => set Booking: BK-201, BK-203, BK-205, BK-209 | Status=confirmed
                    delete all bookings except BK-203 and BK-205 => delete Booking: BK-201, BK-202, BK-204, BK-206, BK-207, BK-208, BK-209, BK-210
                    delete the cancelled bookings and R-1003 => ask
                    delete the cancelled bookings and BK-299 => ask
                    delete the bookings of Caro Jansen and Edgar Nowak => delete Booking: BK-206, BK-208
                    """)
    void takesNamesAndDescriptionsTogether(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    BK-208 was a mistake, throw it out => delete Booking: BK-208
                    throw BK-208 away => delete Booking: BK-208
                    please have BK-208 removed => delete Booking: BK-208
                    cancelled or completed bookings can be deleted, please do => delete Booking: BK-201, BK-206, BK-208
                    erase whatever job has the urgency low => delete Job: Oil the door hinges, Repaint north wall, Swap desk lamp
                    delete whichever bookings are cancelled => delete Booking: BK-208
                    BK-208 was a mistake, throw a party => ask
                    delete booking BK-208 and its price => ask
                    """)
    void deletesInOtherWords(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String coworking(String said) {
        return Outcomes.of("coworking", said);
    }
}
