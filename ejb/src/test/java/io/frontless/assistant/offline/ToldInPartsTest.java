package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several things told in one sentence, each of which is a change by itself, with what people say to lead over to them. */
final class ToldInPartsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    R-1003 is paid, and while you are at it give BK-203 to Kirsten and set it to confirmed => set Booking: BK-203 | Handled by=Kirsten Holm | Status=confirmed ; set Invoice: R-1003 | Status=paid
                    BK-203 confirmed, Cedar is bookable, hours of BK-205 to 6, delete BK-208 => set Booking: BK-203 | Status=confirmed ; set Booking: BK-205 | Hours=6 ; set Space: Cedar | Bookable=yes ; delete Booking: BK-208
                    This morning's list: BK-203 confirmed, delete BK-208 => set Booking: BK-203 | Status=confirmed ; delete Booking: BK-208
                    Two things. First, BK-203 is confirmed. Second, delete BK-208. => set Booking: BK-203 | Status=confirmed ; delete Booking: BK-208
                    Firstly, BK-203 is confirmed; and lastly, Cedar is bookable => set Booking: BK-203 | Status=confirmed ; set Space: Cedar | Bookable=yes
                    first delete BK-208, then BK-203 is confirmed => set Booking: BK-203 | Status=confirmed ; delete Booking: BK-208
                    BK-203 is confirmed and so is BK-205 => ask
                    BK-203 is confirmed but not BK-205 => ask
                    delete BK-208 and Caro is angry about it => delete Booking: BK-208
                    """)
    void partsWhereEachPartMakesSense(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    [Booking: BK-203] you know what, delete it => delete Booking: BK-203
                    [Booking: BK-203] on second thought, cancel it => set Booking: BK-203 | Status=cancelled
                    [Booking: BK-203] hm, make the price 60 instead => set Booking: BK-203 | Price=60
                    [Booking: BK-203] actually, it is confirmed => set Booking: BK-203 | Status=confirmed
                    forget this list: BK-203 confirmed, delete BK-208 => ask
                    first booking of Caro Jansen => top Booking: BK-208
                    """)
    void leavesOutWhatOnlyLeadsOver(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    /** What was said of it beside is never left out. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    [Booking: BK-203] Kirsten can take it, and it's confirmed now => set Booking: BK-203 | Handled by=Kirsten Holm | Status=confirmed
                    [Booking: BK-203] Kirsten Holm takes it and it has catering => set Booking: BK-203 | Catering=yes | Handled by=Kirsten Holm
                    [Booking: BK-203] let Kirsten take it and make it nicer => ask
                    [Booking: BK-203] the hotel can take it, and it's confirmed => ask
                    [Job: Fix blinds] Piet can do it and it is urgent => ask
                    [Booking: BK-203] Kirsten could take it => ask
                    """)
    void takesAllThatIsSaidOfIt(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String coworking(String said) {
        return Outcomes.of("coworking", said);
    }
}
