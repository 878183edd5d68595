package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways to say a change that name no plain “set … to …”, over a workspace of members, spaces, bookings, invoices and jobs. */
final class WaysToChangeTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    give Fiona a key card => set Member: Fiona Castell | Key card=yes
                    take away Goran's key card => set Member: Goran Ilic | Key card=no
                    remove the key card of Goran => set Member: Goran Ilic | Key card=no
                    [Booking: BK-207] move it to the 30th and drop the catering => set Booking: BK-207 | Day=2026-10-30 | Catering=no
                    BK-203 has been confirmed => set Booking: BK-203 | Status=confirmed
                    BK-203 has not been confirmed => ask
                    BK-203 has nearly been confirmed => ask
                    give Fiona a phone => ask
                    drop the catering => ask
                    """)
    void takesTheNameOfAYesOrNoFieldForANoun(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    hourly rate 44 for Cedar => set Space: Cedar | Hourly rate=44
                    hourly rate for meeting rooms 44 => set Space: Cedar, Maple, Willow | Hourly rate=44
                    BK-205 gets the same hours as BK-209 => set Booking: BK-205 | Hours=8
                    give BK-205 the same hours as BK-299 => ask
                    Kirsten becomes caretaker of Cedar => set Space: Cedar | Caretaker=Kirsten Holm
                    I'll be the host of Edgar Nowak => set Member: Edgar Nowak | Host=Mara Lindt
                    BK-205 should be handled by Kirsten => set Booking: BK-205 | Handled by=Kirsten Holm
                    Cedar's hourly rate has gone up to 44 => set Space: Cedar | Hourly rate=44
                    replace the note of Caro Jansen with "no dogs" => set Member: Caro Jansen | Note=no dogs
                    Cedar is called Linden from now on => set Space: Cedar | Name=Linden
                    set all requested bookings to confirmed, but not BK-209 => set Booking: BK-203, BK-205 | Status=confirmed
                    """)
    void findsTheFieldAndItsValueWhereverTheyStand(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    set the hourly rate of phone booths to 7 => set Space: Booth 1, Booth 2 | Hourly rate=7
                    delete phone booths => ask
                    away with phone booths => ask
                    delete all phone booths => delete Space: Booth 1, Booth 2
                    """)
    void asksOnlyOfDeletionsWhetherAllOfAKindAreMeant(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    BK-203 gets 2 hours more => set Booking: BK-203 | Hours=5
                    2 hours more for BK-203 => set Booking: BK-203 | Hours=5
                    BK-203 at 20 an hour => ask
                    2 hours of BK-203 were lost => ask
                    put 2 hours of BK-203 aside => ask
                    """)
    void addsWhatIsMoreAndTakesAPriceForNoNumberOfHours(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    if Goran's sent invoices add up to more than 2,000 then set his note to "payment plan" => set Member: Goran Ilic | Note=payment plan
                    if Goran's sent invoices add up to more than 3,000 then set his note to "payment plan", otherwise clear his note => set Member: Goran Ilic | Note=-
                    if there are more than 2 overdue invoices, set their reminders to 3 => set Invoice: R-1002, R-1003, R-1006 | Reminders=3
                    if there are more than 5 overdue invoices, set their reminders to 3 => ask
                    if R-1006 is overdue then set its reminders to 1, otherwise to 2 => set Invoice: R-1006 | Reminders=1
                    if R-1005 is overdue then set its reminders to 1, otherwise to 2 => set Invoice: R-1005 | Reminders=2
                    if R-1005 is overdue then lower its amount to 1000, else raise it to 1400 => set Invoice: R-1005 | Amount=1400
                    if R-1005 is overdue then set its reminders to 1, else leave it => ask
                    cancel BK-203 unless it's confirmed => set Booking: BK-203 | Status=cancelled
                    cancel BK-204 unless it's confirmed => ask
                    if Cedar has not been bookable, set its hourly rate to 40 => set Space: Cedar | Hourly rate=40
                    if Cedar costs more than 40 an hour, set it to bookable, if not leave it => set Space: Cedar | Bookable=yes
                    """)
    void decidesByWhatIsSoNow(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    that delete was a mistake, please reverse it => undo last
                    oops, wrong one, undo that => undo last
                    I shouldn't have deleted that, restore it => undo last
                    restore the booking I just deleted => undo last
                    go back three changes => undo last 3
                    that was a mistake, BK-203, undo it => ask
                    BK-203 was wrong, undo it => ask
                    sorry, don't undo it => ask
                    """)
    void undoesWhatWasNotMeant(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    write off sent invoices issued before August => ask
                    write off sent invoices issued before September => set Invoice: R-1002 | Status=written off
                    write R-1007 off => set Invoice: R-1007 | Status=written off
                    write off R-1007 and confirm BK-203 => set Invoice: R-1007 | Status=written off ; set Booking: BK-203 | Status=confirmed
                    """)
    void takesAnOptionOfTwoWordsForAVerb(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Joe is off sick. Give his jobs to Piet => set Job: Repair booth fan, Fix blinds | Assignee=Piet Vos
                    Joe is off sick, hand all his new jobs to Kirsten => set Job: Fix blinds | Assignee=Kirsten Holm
                    Joe has met Mara. Give his jobs to Piet => ask
                    Zoe is off sick. Give his jobs to Piet => ask
                    BK-208 is a duplicate, remove => delete Booking: BK-208
                    delete BK-208, it was cancelled anyway => delete Booking: BK-208
                    delete BK-208, it was confirmed anyway => ask
                    delete bookings from before September => ask
                    delete bookings from before 20 September => delete Booking: BK-208
                    """)
    void knowsWhomAStoryIsAboutAndWhetherAReasonIsSo(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Kirsten becomes caretaker of all spaces that have none => set Space: Booth 1, Booth 2 | Caretaker=Kirsten Holm
                    double the hourly rate of each desk => set Space: Desk 14, Desk 15 | Hourly rate=10
                    BK-203 isn't requested any more, it's confirmed => set Booking: BK-203 | Status=confirmed
                    for phone booths raise the hourly rate by 50 cents => set Space: Booth 1, Booth 2 | Hourly rate=6.5
                    for phone booths lower the hourly rate by 50 cents => set Space: Booth 1, Booth 2 | Hourly rate=5.5
                    take 2 reminders off the reminders of R-1002 => set Invoice: R-1002 | Reminders=0
                    take 2 bottles off the reminders of R-1002 => ask
                    for the two spaces with the most seats, increase the hourly rate by 10% => set Space: Atrium | Hourly rate=104.5 ; set Space: Cedar | Hourly rate=46.2
                    for Cedar, set the hourly rate to 44 and cancel BK-205 => set Space: Cedar | Hourly rate=44 ; set Booking: BK-205 | Status=cancelled
                    raise the hourly rate of desks by 1, but not Desk 14 => set Space: Desk 15 | Hourly rate=6
                    hourly rate +10% for Cedar => set Space: Cedar | Hourly rate=46.2
                    [Space: Desk 14, Desk 15] add 2 to the hourly rate of each => set Space: Desk 14, Desk 15 | Hourly rate=7
                    give Amelie a monthly fee of 300 => set Member: Amelie Brandt | Monthly fee=300
                    """)
    void readsFiguresAndGroupsInTheirWays(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Edgar Nowak has gone flex, put him at 150 a month => set Member: Edgar Nowak | Monthly fee=150 | Plan=flex
                    Edgar Nowak has gone flex, set his monthly fee to 150 => set Member: Edgar Nowak | Monthly fee=150 | Plan=flex
                    Cedar was cleaned today, its hourly rate is 44 now => set Space: Cedar | Hourly rate=44 | Last cleaned=2026-10-01
                    Cedar has been repainted today, its hourly rate is 44 now => set Space: Cedar | Hourly rate=44
                    BK-203 is confirmed, set its price to 60 => set Booking: BK-203 | Price=60 | Status=confirmed
                    BK-203 is important, set its price to 60 => set Booking: BK-203 | Price=60
                    the catering of BK-203 is off, delete it => delete Booking: BK-203
                    Cedar doesn't have chairs, put 4 => ask
                    the contract of Cedar is lost, put 4 => ask
                    Cedar is full, set 4 => ask
                    add member Ravi Sen, flex, and make him the caretaker of Cedar => ask
                    """)
    void doesNoHalfOfWhatAStoryTells(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    balloons => T-503 payed => set Ticket: T-503 | Paid=yes
                    payroll => email adress for Baumann & Daughter is eva@baumann.example => set Firm: Baumann & Daughter | Email=eva@baumann.example
                    escaperooms => tick first aid for the part time game masters => set Gamemaster: Nadia Rahman | First aid=yes
                    escaperooms => [Team: The Keyholders] their booking is paid => set Booking: EB-206 | Paid=yes
                    security => would you be so kind as to lower the monthly fee of S-03 by 5 per cent? => set Site: S-03 | Monthly fee=8930
                    security => bring R-208 forward by two days and double its rounds => set Patrol: R-208 | Date=2026-10-06 | Rounds=6
                    charity => the Garden Kitchen was inspected on Tuesday, 29 September => set Place: Garden Kitchen | Inspected on=2026-09-29
                    charity => the Garden Kitchen was inspected on Monday, 29 September => ask
                    charity => how many supporters want a receipt => count 4
                    charity => S-408 should be on the same day as S-405 => set Shift: S-408 | Day=2026-10-04
                    """)
    void takesWordsAsPeopleWriteThem(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String coworking(String said) {
        return Outcomes.of("coworking", said);
    }
}
