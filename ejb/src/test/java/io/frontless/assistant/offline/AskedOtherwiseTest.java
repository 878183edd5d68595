package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that name no table, or ask for a field, an end or what is missing in other words, by what they show. */
final class AskedOtherwiseTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    wholesale => What's the phone number of Le Petit Jardin again? => list Restaurant: Le Petit Jardin
                    scrapyard => who's our contact at lowell cables => list Supplier: Lowell Cables
                    carrental => who is manager at Airport South => list Station: Airport South
                    escaperooms => whats the email of the Puzzle Panthers => list Team: Puzzle Panthers
                    """)
    void showsARecordWhoseFieldIsAskedFor(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    campsite => arrivals after 20 Oct => list Stay: S-205, S-208
                    campsite => who arrives tomorrow? => list Stay: S-203
                    carrental => pickups next week pls => list Booking: B-802, B-806
                    wholesale => which contracts end this year => list Supplier: Finca Soler, Caseificio Monti, Van Dijk Growers
                    wholesale => delete the contracts that end this year => ask
                    campsite => cancel arrivals after 20 Oct => ask
                    """)
    void findsWhatIsCalledByADay(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    wholesale => suppliers whose contract has already run out => list Supplier: Van Dijk Growers
                    wholesale => suppliers with an expired contract => list Supplier: Van Dijk Growers
                    scrapyard => vehicles with an overdue inspection => list Vehicle: KV19 DUL
                    logistics => which carriers' contracts end this year => list Carrier: BlueStar Lines, Nordic Rail, Van der Berg
                    """)
    void readsWhatHasEnded(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    wholesale => restaurants we can't ring because there's no phone number => list Restaurant: Green Fork, Sushi Kaito
                    vintner => customers with no discount entered => list Customer: Pavel Horak
                    carwash => does any job still lack a price => list Job: J-508
                    vintner => I look for wines which are not on sale and have no tasting notes => list Wine: Grandmother's Reserve, Red Lantern
                    dancestudio => I need all dancers with something in their health notes, please. => list Dancer: Carla Voss, Greta Simons
                    """)
    void readsWhatIsMissingOrWritten(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    logistics => which shipments are late, i.e. deliver by before today and not delivered => list Shipment: SH-2002, SH-2008
                    carwash => what do we need to reorder, i.e. stock under minimum => list Supply: Wheel Acid
                    bakery => what's on Marta's routes, orders i mean => list Order: B-203, B-205
                    tailor => what's overdue and hasn't been picked up, of the jobs => list Job: T-203, T-205
                    bakery => set the late orders, i.e. those due before today, to cancelled => ask
                    translations => delete the jobs, quotes i mean => ask
                    """)
    void readsWhatIsMeantByIt(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    bakery => which ingredients are below their minimum => list Ingredient: Hazelnuts, Wheat Flour, Yeast
                    printshop => papers below their reorder level => list Paper: Arctic Silk 300, Heritage Laid 120, Poster Matt 200
                    housecleaners => cleaners with fewer than 20 hours weekly => list Cleaner: Lin Zhao, Tom Hale
                    exchange => schools getting more than 5 percent discount => list School: Lycee Pascal, St Brigid's
                    ferries => biggest vessel by seats => top Vessel: Stormfugl
                    roofers => rank the crews by day rate, dearest first => top Crew: Ridge Team, Slate Gang, Lead Workers, Flat Squad, Night Owls
                    """)
    void comparesAndOrdersByWhatIsNamedBehind(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    skischool => number of gear items per kind => groups boots=2, helmet=2, skis=2, snowboard=1, touring set=1
                    carwash => vehicles by size, figures only => groups extra large=2, large=1, medium=2, small=3
                    zoo => yearly gifts split by via => groups gift shop=300, phone=340, website=1275.5
                    exchange => seats by means of transport => groups coach=30, night train=24, plane=74, train=22
                    exchange => What is the highest rate that we pay to a family? => value 36.5
                    bikeshop => biggest discount we give to a customer => value 20
                    farm => How many litres do our cows yodel in total? => ask
                    zoo => split the yearly gifts by via => ask
                    """)
    void readsFiguresInFewWordsAndNoneOfNobody(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    private static void holds(String corpus, String said, String outcome) {
        assertThat(Outcomes.of(corpus, said)).isEqualTo(Outcomes.normal(outcome));
    }
}
