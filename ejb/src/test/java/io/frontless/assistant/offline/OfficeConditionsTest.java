package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions by where something came from, by what stands in a long text, between days and weights, and of any of several. */
final class OfficeConditionsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    salesteam => leads from a fair => list Lead: Drill sets, Gearbox retrofit
                    salesteam => leads from the web => list Lead: Conveyor upgrade, Filter service, Mixing tank
                    eventhall => bookings whose remarks contain "boards" => list Booking: B-1202
                    estateagents => viewings between 5 and 10 October 2026 => list Viewing: V-501, V-505
                    couriers => parcels between 2 and 5 kg => list Parcel: PX-501, PX-506, PX-509
                    tennisclub => fees of members who live in Brenham => list Fee: F-204, F-205, F-207
                    eventhall => tasks with high prio => list Task: Set up chairs, Test microphones
                    trainers => the two best rated trainers => top Trainer: Esther Mwangi, Alba Serrano
                    machineshop => overdue jobs => list Job: J-503, J-509
                    estateagents => sum of the deposits that are paid => ask
                    """)
    void findWhatIsMeant(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    consultancy => if any invoice of Halden Energy is overdue, set Halden Energy to dormant => set Client: Halden Energy | Status=dormant
                    consultancy => if any invoice of Corvina Bank is disputed, delete Corvina Bank => ask
                    tennisclub => if Hall B was resurfaced after 2019 its hourly price shall be 32, else 25 => set Court: Hall B | Hourly price=25
                    """)
    void decideWhatIsDone(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    salesteam => subscribe Petra Vogel to the newsletter => set Contact: Petra Vogel | Newsletter=yes
                    salesteam => unsubscribe Martin Kolbe from the newsletter => set Contact: Martin Kolbe | Newsletter=no
                    salesteam => remove the discount from Norvik Pumps => set Company: Norvik Pumps | Discount=-
                    estateagents => untick confirmed on V-504 => set Viewing: V-504 | Confirmed=no
                    tennisclub => B-505 is moved to Court 5 => set Booking: B-505 | Court=Court 5
                    tennisclub => take Otis Grange off the list of coaches => delete Coach: Otis Grange
                    tennisclub => remove Otis Grange from the list of members => ask
                    helpdesk => assign T-503 to Ravi Menon => set Ticket: T-503 | Technician=Ravi Menon
                    helpdesk => delete T-505 and CT-203 => delete Ticket: T-505 ; delete Contract: CT-203
                    helpdesk => delete T-505 and CT-999 => ask
                    clockmaker => R-305 isn't under warranty any more => set Repair: R-305 | Warranty=no
                    trainers => list price of Forklift Safety is 450 => set Course: Forklift Safety | List price=450
                    trainers => who changed invoice 304? => changes Invoice: INV-0304
                    helpdesk => mark T-504 as resolved & AS-16 as in use => set Ticket: T-504 | Status=resolved ; set Asset: AS-16 | State=in use
                    """)
    void listsAndNumbersAreChangedAsTheyAreCalled(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
