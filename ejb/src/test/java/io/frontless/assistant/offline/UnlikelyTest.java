package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                    foodbank => fp-205 packed by Moira
                    plumbers => Mrs Kearney's house number was wrong, her street should read 15 Mill Lane
                    footballclub => make strikers of all midfielders in the U11
                    dancestudio => yusuf aydin paid 50 of what he owes
                    pharmacy => Rosa Lindner handed back her loyalty card, she has none any more
                    toolhire => should H-907 have no driver yet, give it to Dave
                    toolhire => [Staff: Dave Pym] cancel his booked hires
                    bikeshop => Lea does R-301, Tom the rest
                    bikeshop => Lea and Tom share R-301
                    bikeshop => Lea is doing R-301 after R-302
                    bikeshop => R-301 costs at most 40
                    bikeshop => R-301 costs around 40
                    bikeshop => delete the cheapest two parts and the dearest
                    sweeps => 8803, 8804 and 8806 all paid on Monday
                    security => police were told about every break-in and every vandalism
                    housecleaners => cancel the windows visits at Café Minou
                    crm => not every task is done
                    crm => only Call Acme is done
                    crm => set priority high for tasks of Lena and those due tomorrow
                    property => split R-72 into two
                    designoffice => none of the site visits has been invoiced, untick that
                    vintner => private customers don't get any discount any longer, put 0
                    deskshare => delete all bookings I made
                    deskshare => delete all bookings I have
                    payroll => put me down as the consultant, Baumann & Daughter are mine now
                    payroll => Karla: 35 hours, 2,890 gross salary, full time
                    archaeology => create the site Ferry Road in Essex, prehistoric
                    dairy => add the shop Bergblick in Wengen as a stockist
                    bikeshop => 9001, 9004 and 9006 have all come in today
                    fishauction => withdraw one of the cod lots
                    fishauction => A-505 weighs 2 kilos less
                    fishauction => A-505 and A-508 weigh 170 together
                    fishauction => 3304 can be collected
                    fishauction => 3304 is for collection
                    escaperooms => the captain of the Keyholders isn't Joel
                    escaperooms => Nadia's first aid expires
                    blood => U-903 should be discarded, shouldn't it
                    blood => U-901 still has to be tested
                    blood => U-901 needs testing
                    blood => U-901 is being tested
                    zoo => Tembo has lost 15 kilos
                    tailor => Summer Flax: 40 metres of it have come in
                    funerals => Invoice 5506 went out today and is due in 30 days.
                    zoo => Kiki weighs 2 kg more
                    zoo => Momo likes Ruth
                    zoo => Ruth works 30 hours this week
                    zoo => the Aviary is to be cleaned on Tuesday
                    zoo => Ingrid cleans the Aviary tomorrow
                    zoo => V-72 was going to be called off
                    zoo => V-71 costs up to 900
                    lifts => A-101 was inspected on Monday
                    lifts => A-103 has to be inspected before 1 November
                    lifts => Ben was on call
                    lifts => Yusuf is fixing T-501
                    lifts => Fenwick will be blocked
                    carwash => create a job with number J-505 for JT55 TAN
                    exchange => the boy from Collegium Mare is ill, delete him
                    snow => Hotel Edelweiss is client since 15 October 2017, not 2018
                    snow => [Callout: W-806] give it to Peter and do it on Tuesday
                    cinema => set the last day of Salt Roads to 29 September
                    bikeshop => we really should have charged 90 for R-307 back then
                    cinema => Noah can work as projectionist
                    cinema => Robot Grandma opened on Thursday
                    charging => kofi has holidays so he's not on call, Elif is on call instead
                    pianos => PN-07 looks like a baby grand
                    pianos => PN-07 is coming to the workshop
                    snow => IL-204 was inspected yesterday
                    snow => W-804 is to be billed
                    snow => Market Square is partly gravel
                    """)
    void isAskedAbout(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    /** Each is like one of those, and plain. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    funerals => f-204 can be closed => set Funeral: F-204 | Stage=closed
                    payroll => Sofia is up to 28.5 hours a week from now on => set Employee: Sofia Conti | Weekly hours=28.5
                    housecleaners => case 74 is being checked now => set Complaint: 74 | State=being checked
                    carwash => used up 3 of the Carnauba Wax, correct the stock => set Supply: Carnauba Wax | Stock=6
                    carwash => J-505 done and paid, J-506 goes to Dean in the Foam Bay => set Job: J-505 | Paid=yes | State=done ; set Job: J-506 | Bay=Foam Bay | Valeter=Dean Pryce
                    spices => declare all shipments that are not declared yet => set Shipment: SH-73, SH-75, SH-77 | Customs=declared
                    tailor => fitting F-15 is not tomorrow but on Monday => set Fitting: F-15 | Day=2026-10-05
                    fishauction => withdraw lots landed before Monday => set Lot: A-506, A-507 | State=withdrawn
                    zoo => close all enclosures that have not been cleaned since Sunday => set Enclosure: Aviary | State=closed
                    charging => contracts that end within the next three months: extend to 31 December 2027 => set Contract: K-2001, K-2002 | Ends on=2027-12-31
                    waterlab => sites: add a field Altitude, whole number => schema field.create site altitude
                    """)
    void isDoneWhereItIsPlain(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.normal(Outcomes.of(corpus, sentence))).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INV-0089 will be paid",
                "INV-0089 will soon be paid",
                "they will pay INV-0089",
                "INV-0089 is about to be paid",
                "INV-0089 is still to be paid",
                "INV-0089 needs to be paid",
                "INV-0089 gets paid on Friday",
                "INV-0089 is partly paid"
            })
    void whatIsToComeOrSoInPartIsNotSoYet(String sentence) {
        assertThat(Outcomes.of("crm", sentence)).isEqualTo("ask");
    }

    /** A slip in the exception would leave nothing out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete leads not in Atlantis",
                "delete all leads except those in Atlantis",
                "delete leads not owned by Bob Miller"
            })
    void whatLeavesNothingOutIsAskedAbout(String sentence) {
        assertThat(Outcomes.of("crm", sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    bikeshop => it's two tyres: the job on r-305 should read "Two flat tyres"
                    archaeology => Two people have left the Otters, please correct the head count
                    """)
    void numberOfSomethingElseIsAskedAbout(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    payroll => need a payslip for milan: PS-510, pay date 15 oct 2026, gross 1450, 0 sick days
                    bikeshop => all waiting repairs to Lea, and promise R-308 for October 7
                    deskshare => [Invoice: 5105, 5107] send those two, payable by the 20th
                    """)
    void whatIsNamedAndWouldBeLeftOutIsAskedAbout(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    housecleaners => put off V-504 by one day => set Visit: V-504 | Planned for=2026-10-07
                    vintner => block all customers who are neither from Germany nor from France => set Customer: Nordic Cork, Pavel Horak | Blocked=yes
                    archaeology => crews last briefed before July got a new briefing today => set Crew: Herons, Otters | Briefed on=2026-10-01
                    charity => Samir's and Eric's shifts move to the Garden Kitchen => set Shift: S-401, S-402 | Place=Garden Kitchen
                    theatre => we sold six more seats for PF-16 => set Showing: PF-16 | Seats sold=24
                    itsupport => We bought 5 extra seats for DrawPro => set Licence: DrawPro | Seats=13
                    museum => rename Night Walk to Moon Walk => set Tour: Night Walk | Name=Moon Walk
                    """)
    void isDoneWhereTheWordsSayIt(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
