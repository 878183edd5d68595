package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New records whose names, units and relations are said in short. */
final class AddedInShortTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    estateagents => new flat Harbour View 9, 3 rooms => add Flat | Address=Harbour View 9 | Rooms=3
                    estateagents => create the flat Canal Bank 7 with deal purchase, price 350000 => add Flat | Address=Canal Bank 7 | Deal=purchase | Price=350000
                    couriers => Register van VB26 FOX, model Peugeot Boxer, electric, in service => add Van | Plate=VB26 FOX | Model=Peugeot Boxer | Fuel=electric | State=in service
                    """)
    void aNumberOrASecondPartBelongsToANameAsItDoesInMostOthers(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    couriers => new parcel PX-510 for Sunny Side Toys, destination Beverley, weight 5.6 kg, booked => add Parcel | Tracking no=PX-510 | Client=Sunny Side Toys | Destination=Beverley | Weight=5.6 | Status=booked
                    estateagents => add flat Quayside 23 owned by Quay Properties => add Flat | Address=Quayside 23 | Owner=Quay Properties
                    tennisclub => add booking B-511 for Nadia Kerr on Court 5 tomorrow => add Booking | Booking no=B-511 | Member=Nadia Kerr | Court=Court 5 | Date=2026-10-02
                    officefurniture => create customer Fenwick Labs in town York => add Customer | Name=Fenwick Labs | Town=York
                    publicity => could you set up a task Media brief, campaign Trust Grows, to do => add Task | Title=Media brief | Campaign=Trust Grows | Stage=to do
                    """)
    void unitsAndRelationsAreNoPartOfAValue(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    consultancy => add timesheet TS-509 for Celia Marchetti, work date 30 September => ask
                    consultancy => add timesheet TS-509 for Celia Marchetti, work date 30 September 2026 => add Timesheet | Sheet no=TS-509 | Consultant=Celia Marchetti | Work date=2026-09-30
                    """)
    void aDayNearlyAYearAheadIsAskedAbout(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
