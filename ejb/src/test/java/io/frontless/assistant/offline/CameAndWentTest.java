package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is more or less of since some came or went. */
final class CameAndWentTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    winery: 60 more bottles of Lisle Blanc arrived, please add them to the stock => set Wine: Lisle Blanc | Bottles=68
                    cinema: 48 chocolate bars came in, add them to the stock => set Snack: Chocolate bar | Stock=55
                    choir: we found 6 more copies of Ubi caritas => set Piece: Ubi caritas | Copies=31
                    dentist: used up 4 boxes of nitrile gloves, take them off the stock => set Material: Nitrile gloves | Stock=38
                    vintner: We broke 14 bottles of Night Heron, please subtract them from the stock. => set Wine: Night Heron | Bottles=626
                    dairy: three wheels of B-104 broke, take them off the number of wheels => set Batch: B-104 | Wheels=32
                    tailor: used 2.5 m of harris tweed today, take that off the stock => set Fabric: Harris Tweed | Metres in stock=4
                    roofers: welsh slate: 3 pallets used today, please take them off the stock => set Material: Welsh slate | In stock=11
                    solar: twelve Helios 430 left the warehouse this morning, take them off what's in stock => set Equipment: Helios 430 | In stock=152
                    bikes: sold two phone holders just now, correct the stock => set Part: Phone holder | In stock=10
                    funerals: two Oak Classic were sold, so lower the pieces by 2 => set Article: Oak Classic | Pieces=2
                    foodbank: we used up 4 crates of baked beans => set Stock: Baked beans | Crates=20
                    bikeshop: I used two brake pads, take them off the stock => set Part: Brake pads | In stock=22
                    furniture: we used up 8 m² of the oak boards today => set Material: Oak boards | Stock=26
                    """)
    void changesHowManyThereAre(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bikeshop: we sold 3 brake pads to Tom",
                "bikeshop: we could have sold 3 brake pads",
                "bikeshop: we sold 3 brake pads last year",
                "bikeshop: 3 brake pads will arrive tomorrow",
                "bikeshop: 3 brake pads arrived damaged",
                "bikeshop: 10 brake pads arrived",
                "bikeshop: we sold 3 brake pads, but got 2 back",
                "bikeshop: Tom sold 3 brake pads",
                "bikeshop: we bought 3 brake pads",
                "bikeshop: we sold 3 brake pads for 20 euros",
                "bikeshop: sold 300 brake pads today",
                "bikeshop: we used 3 brake pads on Tom's bike",
                "bikeshop: we received 3 of the 10 brake pads",
                "bikeshop: we sold 3 brake pads, correct the price",
                "bikeshop: we used up 3 brake pads, take 5 off the stock",
                "bikeshop: if we sold 3 brake pads, take them off the stock"
            })
    void asksWhereSomethingElseIsTold(String sentence) {
        assertThat(said(sentence)).isEqualTo("ask");
    }

    private static String said(String sentence) {
        int colon = sentence.indexOf(':');
        return Outcomes.of(sentence.substring(0, colon), sentence.substring(colon + 2));
    }
}
