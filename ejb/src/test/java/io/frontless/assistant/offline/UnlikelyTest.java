package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was read, but is rather not meant, is asked about, by whichever way it was read. */
final class UnlikelyTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    theatre => we sold six seats for PF-16
                    itsupport => we bought 5 seats for DrawPro
                    itsupport => we used 5 seats of DrawPro
                    museum => [Loan: L-31] the borrower is Kunsthalle Basel II
                    museum => add artist Elsa Marinova in this room
                    museum => make sculptures of all paintings in Room 1
                    foodbank => nowak household is vegeterian from now on
                    foodbank => we used up 4 crates of baked beans
                    foodbank => fp-205 packed by Moira
                    plumbers => Mrs Kearney's house number was wrong, her street should read 15 Mill Lane
                    footballclub => make strikers of all midfielders in the U11
                    dancestudio => yusuf aydin paid 50 of what he owes
                    pharmacy => Rosa Lindner handed back her loyalty card, she has none any more
                    toolhire => comment on J-31: "client says: cancel all my hires"
                    toolhire => should H-907 have no driver yet, give it to Dave
                    toolhire => [Staff: Dave Pym] cancel his booked hires
                    """)
    void isAskedAbout(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    theatre => we sold six more seats for PF-16 => set Showing: PF-16 | Seats sold=24
                    itsupport => We bought 5 extra seats for DrawPro => set Licence: DrawPro | Seats=13
                    museum => rename Night Walk to Moon Walk => set Tour: Night Walk | Name=Moon Walk
                    """)
    void isDoneWhereTheWordsSayIt(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
