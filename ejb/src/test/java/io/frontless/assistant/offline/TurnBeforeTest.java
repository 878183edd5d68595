package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the records of the turn before are meant. */
final class TurnBeforeTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    [Booking: BK-203, BK-205] the first of them is confirmed => set Booking: BK-203 | Status=confirmed
                    [Booking: BK-203, BK-205] the second one takes place on 9 October => set Booking: BK-205 | Day=2026-10-09
                    [Booking: BK-203, BK-205] delete the latter => delete Booking: BK-205
                    [Booking: BK-203, BK-205] move the last one to Maple => set Booking: BK-205 | Space=Maple
                    [Booking: BK-203, BK-205] the first booking is confirmed => set Booking: BK-203 | Status=confirmed
                    [Booking: BK-203, BK-205] the third one is confirmed => ask
                    [Booking: BK-203, BK-205, BK-209] delete the former => ask
                    [Booking: BK-203] the second one is confirmed => ask
                    [Booking: BK-203, BK-205] the first booking of Caro is cancelled => ask
                    """)
    void picksOneOfThem(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    winery => [Customer: Hotel Regent] delete their unpaid orders => delete Order: O-502, O-503
                    winery => [Customer: Hotel Regent] mark their unpaid orders as paid => set Order: O-502, O-503 | Paid=yes
                    toolhire => [Client: Greenacre Gardens] cancel their hires that are booked => set Hire: H-906 | Status=cancelled
                    toolhire => [Client: Greenacre Gardens] cancel their latest hire => set Hire: H-906 | Status=cancelled
                    toolhire => [Client: Dorset Lane Council] delete their oldest hire => delete Hire: H-902
                    toolhire => dave is off sick, hand his booked hires to carl => set Hire: H-905 | Driver=Carl Boyd
                    toolhire => [Staff: Dave Pym] cancel his booked hires => ask
                    """)
    void theirsAreNotAll(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    [Booking: BK-203, BK-205] those two have been confirmed => set Booking: BK-203, BK-205 | Status=confirmed
                    [Booking: BK-203, BK-205, BK-209] all three of them are confirmed => set Booking: BK-203, BK-205, BK-209 | Status=confirmed
                    [Booking: BK-203, BK-205] no luck with either, set them to cancelled => set Booking: BK-203, BK-205 | Status=cancelled
                    [Booking: BK-203, BK-205] price 5 for either, set them to cancelled => ask
                    [Booking: BK-203, BK-205] those three have been confirmed => ask
                    [Booking: BK-203] both are confirmed => ask
                    [Booking: BK-203, BK-205] give both to Kirsten => set Booking: BK-203, BK-205 | Handled by=Kirsten Holm
                    [Booking: BK-203] give both to Kirsten => ask
                    [Space: Cedar, Maple] bring both to floor 3 => set Space: Cedar, Maple | Floor=3
                    give both to Kirsten => ask
                    [Member: Edgar Nowak] Joe should be his host, and write "new" in the note => set Member: Edgar Nowak | Host=Joe Adeyemi | Note=new
                    """)
    void takesThemAll(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    [Booking: BK-203] what's the price => list Booking: BK-203
                    [Member: Edgar Nowak] what's the plan now => list Member: Edgar Nowak
                    [Space: Cedar] whats the hourly rate there => list Space: Cedar
                    [Booking: BK-203, BK-205] what's the price => ask
                    [Space: Cedar] whats the monthly fee there => ask
                    """)
    void tellsWhatIsAskedOfTheOne(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String coworking(String said) {
        return Outcomes.of("coworking", said);
    }
}
