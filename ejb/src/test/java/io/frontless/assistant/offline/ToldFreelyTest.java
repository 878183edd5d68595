package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes and deletions as people tell them: by a part of a name, with what happened, with a reason, as a correction, in other words for “if”. */
final class ToldFreelyTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Hanna gets a key card => set Member: Hanna Brandt | Key card=yes
                    Mr Ilic will be hosted by Joe => set Member: Goran Ilic | Host=Joe Adeyemi
                    Boris's monthly fee is 170 not 160 => set Member: Boris Petrov | Monthly fee=170
                    Amelie: key card off, note "left" => set Member: Amelie Brandt | Key card=no | Note=left
                    Mr Brandt pays 300 now => ask
                    Brandt gets a key card => ask
                    Fiona Smith gets a key card => ask
                    another Fiona wants a flex plan => ask
                    Old rooms should be cleaned => ask
                    """)
    void completesTheNameThatOneRecordHas(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Cedar was cleaned this morning => set Space: Cedar | Last cleaned=2026-10-01
                    R-1003 paid yesterday => set Invoice: R-1003 | Status=paid | Paid on=2026-09-30
                    R-1003 paid on 28 September => set Invoice: R-1003 | Status=paid | Paid on=2026-09-28
                    R-1003 and R-1006 were paid in full yesterday => set Invoice: R-1003, R-1006 | Status=paid | Paid on=2026-09-30
                    [Invoice: R-1003] was paid just now => set Invoice: R-1003 | Status=paid | Paid on=2026-10-01
                    BK-203 and BK-205 confirmed by phone => set Booking: BK-203, BK-205 | Status=confirmed
                    [Booking: BK-203, BK-205] they were both confirmed yesterday => set Booking: BK-203, BK-205 | Status=confirmed
                    Cedar came back yesterday => ask
                    """)
    void tellsWhenADeedWasDone(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    BK-203 needs half an hour more => set Booking: BK-203 | Hours=3.5
                    BK-209 is an hour longer than planned => set Booking: BK-209 | Hours=9
                    one hour less for BK-204 as well as BK-209 => set Booking: BK-204 | Hours=5 ; set Booking: BK-209 | Hours=7
                    BK-210 is two days earlier => set Booking: BK-210 | Day=2026-11-01
                    each meeting room costs 5 less an hour => set Space: Cedar | Hourly rate=37 ; set Space: Maple | Hourly rate=23 ; set Space: Willow | Hourly rate=13
                    BK-203 starts an hour later => ask
                    """)
    void takesMoreAndLessOfWhatAFieldCounts(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    BK-205 isn't in Cedar but in Maple, and it takes an hour longer => set Booking: BK-205 | Hours=5 | Space=Maple
                    the price of BK-203 was typed wrong, it must be 45 => set Booking: BK-203 | Price=45
                    The cost of Fix blinds is 84 not 48, somebody mixed up the digits => set Job: Fix blinds | Cost=84
                    put Willow where Cedar is => ask
                    set the company of Caro Jansen to where Boris works => ask
                    """)
    void correctsWhatWasWrong(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    the cancelled booking can go => delete Booking: BK-208
                    kick out every desk on floor 2 => delete Space: Desk 14, Desk 15
                    nobody needs BK-205 any more, away with it => delete Booking: BK-205
                    BK-203 can go => ask
                    [Member: Goran Ilic] delete him, and his note too => ask
                    mark whatever is requested as confirmed => set Booking: BK-203, BK-205, BK-209 | Status=confirmed
                    whatever is requested but without catering should be confirmed => set Booking: BK-203, BK-205, BK-209 | Status=confirmed
                    """)
    void deletesAndChangesWhatIsDescribed(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Rents have gone up, put 10 percent on the hourly rate of all meeting rooms => set Space: Cedar | Hourly rate=46.2 ; set Space: Maple | Hourly rate=30.8 ; set Space: Willow | Hourly rate=19.8
                    [Booking: BK-204] push it back by a week and let Joe do it => set Booking: BK-204 | Day=2026-10-13 | Handled by=Joe Adeyemi
                    [Space: Cedar] it smells again, put it on floor 3 => ask
                    """)
    void passesOverNoHalfOfARequest(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Should the price of BK-204 be above 100, set its catering to no => set Booking: BK-204 | Catering=no
                    Is Cedar bookable? If yes confirm BK-205, if not cancel it => set Booking: BK-205 | Status=cancelled
                    more than two requested bookings? then confirm BK-203, otherwise leave it => set Booking: BK-203 | Status=confirmed
                    when Cedar is bookable then BK-205 goes to Maple, otherwise to Willow => set Booking: BK-205 | Space=Willow
                    move BK-205 to Maple if Cedar is not bookable, else to Willow => set Booking: BK-205 | Space=Maple
                    if R-1003 is paid confirm BK-203, otherwise cancel it => set Booking: BK-203 | Status=cancelled
                    """)
    void decidesByWhatIsAskedOrSupposed(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    radio => spot 207 is over, set it to finished => set Spot: S-207 | State=finished
                    radio => episode 503 is over, set it to dropped => set Episode: E-503 | Status=dropped
                    radio => spot 209 is over, set it to finished => ask
                    radio => spot 207 is over, set S-205 to finished => ask
                    radio => spot 207 and 205 are over, set them to finished => set Spot: S-205, S-207 | State=finished
                    """)
    void takesTheNumberOfARecordFromTheStory(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Cedar was cleaned ten minutes ago => set Space: Cedar | Last cleaned=2026-10-01
                    BK-203 was confirmed half an hour ago => set Booking: BK-203 | Status=confirmed
                    BK-203 was confirmed two hours ago => set Booking: BK-203 | Status=confirmed
                    BK-203 was not confirmed two hours ago => ask
                    BK-203 was nearly confirmed two hours ago => ask
                    BK-203 was to be confirmed yesterday => ask
                    R-1003 was supposed to be paid yesterday => ask
                    """)
    void tellsHowLongAgoADeedWasDone(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Kirsten hosts Edgar Nowak => set Member: Edgar Nowak | Host=Kirsten Holm
                    Kirsten hosts Edgar Nowak and Hanna Brandt => set Member: Edgar Nowak, Hanna Brandt | Host=Kirsten Holm
                    Kirsten hosts nobody => ask
                    maybe Kirsten hosts Edgar Nowak => ask
                    Kirsten never hosts Edgar Nowak => ask
                    """)
    void tellsByAVerbWhoDoesIt(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String coworking(String said) {
        return Outcomes.of("coworking", said);
    }
}
