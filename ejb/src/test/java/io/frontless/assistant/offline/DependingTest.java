package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What depends on a condition, in the many words for “if”. */
final class DependingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    provided that BK-203 is requested, confirm it => set Booking: BK-203 | Status=confirmed
                    provided that BK-204 is requested, cancel it => ask
                    confirm BK-203 as long as it is requested => set Booking: BK-203 | Status=confirmed
                    cancel BK-204 as long as it is requested => ask
                    assuming BK-204 is requested, cancel it => ask
                    in the event that R-1003 is paid, confirm BK-203 => ask
                    confirm BK-203 in case R-1003 is sent => set Booking: BK-203 | Status=confirmed
                    confirm BK-203 except if it is requested => ask
                    providing BK-204 has catering its price goes to 200 => set Booking: BK-204 | Price=200
                    """)
    void isDoneOnlyIfItIsSo(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "block Hotel Lagune if 3303 is not settled by the 3rd",
                "if 3303 is not settled by the 3rd, block Hotel Lagune"
            })
    void isNotDoneBeforeTheDayUpToWhichItMayBeSo(String sentence) {
        assertThat(Outcomes.of("fishauction", sentence)).isEqualTo("ask");
    }

    /** None of it is so: INV-0089 is open. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if INV-0089 is paid, delete it",
                "when INV-0089 is paid, delete it",
                "whenever INV-0089 is paid, delete it",
                "once INV-0089 is paid, delete it",
                "as soon as INV-0089 is paid, delete it",
                "after INV-0089 is paid, delete it",
                "granted that INV-0089 is paid, delete it",
                "presuming INV-0089 is paid, delete it",
                "subject to INV-0089 being paid, delete it",
                "in case INV-0089 is not open, delete it",
                "provided INV-0089 isn't open, delete it",
                "in the event that INV-0089 has not been open, delete it",
                "delete INV-0089 provided it is not open",
                "delete INV-0089 in case it is paid",
                "once the customer has paid, delete INV-0089",
                "as soon as he calls, delete INV-0089"
            })
    void isNotDoneWhereItIsNotSoOrNotKnown(String sentence) {
        assertThat(Outcomes.of("crm", sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when INV-0090 is paid, delete it",
                "once INV-0090 is paid, delete it",
                "delete INV-0090 provided it is paid"
            })
    void isDoneWhereItIsSoInTheseWords(String sentence) {
        assertThat(Outcomes.of("crm", sentence)).isEqualTo("delete Invoice: INV-0090");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    BK-203: unless it is confirmed, set it to confirmed and its price to 60 => set Booking: BK-203 | Price=60 | Status=confirmed
                    as for BK-204, if it is requested, confirm it, otherwise cancel it => set Booking: BK-204 | Status=cancelled
                    [Booking: BK-203] unless it is confirmed, cancel it => set Booking: BK-203 | Status=cancelled
                    BK-204 is requested? cancel it => ask
                    BK-203 is requested? confirm it => set Booking: BK-203 | Status=confirmed
                    """)
    void isAboutWhatIsNamedBeforeIt(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    has Caro Jansen's contract ended? then take away her key card => ask
                    if the deadline of Repair booth fan has passed, set its urgency to high => set Job: Repair booth fan | Urgency=high
                    if the deadline of Repair booth fan is overdue set its urgency to high, otherwise do nothing at all => set Job: Repair booth fan | Urgency=high
                    if the deadline of Fix blinds is overdue set its urgency to high, otherwise do nothing at all => ask
                    is Repair booth fan's deadline over? then set its urgency to high => set Job: Repair booth fan | Urgency=high
                    """)
    void isDecidedByADayThatHasPassed(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    delete bookings if they are cancelled => delete Booking: BK-208
                    set requested bookings to cancelled if they have no catering => set Booking: BK-203, BK-205, BK-209 | Status=cancelled
                    delete bookings if they are lovely => ask
                    jobs reported more than four weeks ago => list Job: Check fire extinguishers, Repaint north wall
                    jobs reported less than a week ago => list Job: Descale coffee machine, Fix blinds
                    """)
    void isDoneToEachOfWhichItIsSo(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Boris's monthly fee should be the same as Caro's => set Member: Boris Petrov | Monthly fee=150
                    [Booking: BK-203] its price should equal BK-205's => set Booking: BK-203 | Price=168
                    BK-203 should have the same price that BK-205 has => set Booking: BK-203 | Price=168
                    BK-203 and BK-205 should exchange spaces => set Booking: BK-203 | Space=Cedar ; set Booking: BK-205 | Space=Willow
                    BK-203 should have the same price that BK-299 has => ask
                    """)
    void takesWhatAnotherHas(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    radio => set the running spots to finished if their end date has passed => set Spot: S-207 | State=finished
                    radio => delete spots if their sponsor is not active => delete Spot: S-206
                    property => delete the leases if their end date has passed => delete Lease: 20190
                    radio => set the running spots to finished unless their end date has passed => ask
                    radio => set S-207 to finished if their end date has passed => ask
                    """)
    void isDoneToEachByItsFields(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    coworking => if BK-203 is confirmed, set its price to 5, else back to 7 => set Booking: BK-203 | Price=7
                    coworking => if BK-203 is confirmed, set its price to 5; if it isn't, set it to 7 => set Booking: BK-203 | Price=7
                    coworking => if Fiona Castell has a key card, set her monthly fee to 300; if she doesn't, set it to 250 => set Member: Fiona Castell | Monthly fee=250
                    coworking => if Goran Ilic has a key card, set his monthly fee to 300. If that is not the case, set it to 250 => set Member: Goran Ilic | Monthly fee=300
                    coworking => if BK-203 isn't confirmed, set its price to 5 => set Booking: BK-203 | Price=5
                    furniture => the price of A-312 should be the same as for A-316 => set Order: A-312 | Price=7900
                    garage => set the bill of J-801 to the same as of J-802 => set Job: J-801 | Bill=145
                    furniture => the price of A-312 should not be the same as for A-316 => ask
                    tutoring => petra should earn the same hourly pay as hannah => set Tutor: Petra Nowak | Hourly pay=24
                    ferries => the fare for S-716 should be same like S-712 => set Sailing: S-716 | Fare=14.5
                    security => the hourly wage of Kofi should be the same as Bella's => set Guard: Kofi Mensah | Hourly wage=17
                    bikeshop => same discount for Tom Maes as for Rosa Delgado? => ask
                    roofers => use the same estimator on Q-515 as on Q-510 => set Quote: Q-515 | Estimator=Pete Hollis
                    tutoring => petra should not earn the same hourly pay as hannah => ask
                    tutoring => maybe petra should earn the same hourly pay as hannah => ask
                    roofers => don't use the same estimator on Q-515 as on Q-510 => ask
                    roofers => they use the same estimator on Q-515 as on Q-510 => ask
                    ferries => the fare for S-716 should be nearly the same as S-712 => ask
                    """)
    void isOtherwiseInOtherWords(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    coworking => if Edgar Nowak has a key card his plan is flex, otherwise fixed desk => set Member: Edgar Nowak | Plan=fixed desk
                    coworking => if Edgar Nowak has a key card his plan is flex, otherwise call him => ask
                    coworking => if BK-203 is confirmed its price is 60, otherwise cancelled => ask
                    """)
    void takesAnOptionForTheOneBefore(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String coworking(String said) {
        return Outcomes.of("coworking", said);
    }
}
