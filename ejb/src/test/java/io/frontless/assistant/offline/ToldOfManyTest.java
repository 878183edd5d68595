package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What many records need, are not, will be or get. */
final class ToldOfManyTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    zoo => all planned treatments before 10 October need sedation => set Treatment: V-75 | Sedation=yes
                    florist => the two cheapest flowers are not seasonal => set Flower: Garden Dahlia | Seasonal=no
                    waterlab => samples with a report due after 3 October aren't urgent => set Sample: W-505 | Urgent=no
                    orchestra => musicians who joined before 2020 should all be principal => set Musician: Mateo Silva | Position=principal
                    carrental => child seat for the bookings with pickup in october => set Booking: B-802, B-806 | Child seat=yes
                    scrapyard => Gate key needed for all pickups at factories => set Pickup: PU-12, PU-17 | Gate key=yes
                    balloons => freelance and part time pilots will be full time => set Pilot: Jakub Nowak, Marco Bellini, Sofia Lindqvist | Employment=full time
                    bakery => except for hotels and schools, every customer gets a monthly invoice => set Customer: Corner Deli, Green Spoon, Kaffee Nord, Mini Mart Ost | Monthly invoice=yes
                    bikeshop => parts that have no supplier are discontinued => set Part: Saddle gel | Discontinued=yes
                    museum => all donors but the foundations are paid => set Donor: Old Town Brewery | Paid=yes
                    """)
    void changesThem(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    skischool => guests from England or Norway are not regular anymore => set Guest: Ingrid Solberg, Mia Grant, Oliver Grant | Regular=no
                    housecleaners => clients in the Harbour district pay 40 an hour from now on => set Client: Boris Petrov, Sunrise Dental | Hourly rate=40
                    cinema => all screenings on Saturday cost 12 euros => set Screening: S-502, S-504 | Ticket price=12
                    allotments => all plots except N-03 and S-13 have a hut by now => set Plot: N-02, R-21 | Hut=yes
                    """)
    void takesWhatIsSoFromNowOnAndNotInGeneral(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    wholesale => bistros which aren't blocked get €500 more credit limit => set Restaurant: Green Fork | Credit limit=2000 ; set Restaurant: Trattoria Lucia | Credit limit=3500
                    scrapyard => except for CU-1 and CU-2 all materials get 10 cheaper per tonne => set Material: AL-1 | Price per tonne=970 ; set Material: BT-1 | Price per tonne=550 ; set Material: EW-1 | Price per tonne=3390 ; set Material: FE-1 | Price per tonne=175 ; set Material: FE-2 | Price per tonne=110
                    bakery => vegan breads 10% more expensive => set Recipe: Rye Loaf | Price=4.62 ; set Recipe: Spelt Baguette | Price=3.41
                    carwash => 5 percent off today's jobs => set Job: J-504 | Price=24.7 ; set Job: J-505 | Price=114
                    roofers => rooflink materials +10% on the unit price => set Material: Copper nails | Unit price=24.64 ; set Material: EPDM membrane | Unit price=205.15
                    antiques => commission up by 1 for the consignors in England => set Consignor: Clara Whitcombe, Pym Estate | Commission=16
                    snow => workers hired before 2020 earn two euros more => set Worker: Lucia Prantl | Hourly wage=28 ; set Worker: Stefan Moser | Hourly wage=23.5
                    """)
    void raisesAndLowersWhatTheyGet(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    zoo => planned treatments need sedation
                    zoo => all planned treatments before 10 October may need sedation
                    zoo => all treatments before 10 October needed sedation
                    zoo => which treatments before 10 October need sedation
                    zoo => not all treatments before 10 October need sedation
                    zoo => Ruth thinks all planned treatments before 10 October need sedation
                    carrental => child seats for bookings in october
                    waterlab => samples with a report due after 3 October that aren't urgent
                    gym => all yoga courses cost 16
                    gym => pay Leo 50 an hour
                    cinema => all screenings on Saturday sold 12 seats
                    cinema => all screenings on Saturday cost about 12 euros
                    cinema => all screenings on Saturday cost 12 euros less than on Friday
                    skischool => some guests from England are not regular anymore
                    skischool => everyone except Beat applied for first aid
                    snow => workers hired before 2020 earned two euros more
                    wholesale => bistros which get €500 more credit limit
                    wholesale => bistros might get €500 more credit limit
                    scrapyard => except for CU-1, CU-2 and EW-1 all materials get 10 cheaper per tonne
                    vintner => Sofia says wines from Verrin get 10% cheaper
                    carwash => customers got 5 percent off today's jobs
                    """)
    void changesNothingWhereItIsSoInGeneralOrDoubtful(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).doesNotStartWith("set");
    }

    private static void holds(String corpus, String said, String outcome) {
        assertThat(Outcomes.of(corpus, said)).isEqualTo(Outcomes.normal(outcome));
    }
}
