package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New records, one or several, in yet other words. */
final class AddedSeverallyTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    add two members: Tom Regen, flex, and Lia Kost, day pass => add Member | Name=Tom Regen | Plan=flex ; add Member | Name=Lia Kost | Plan=day pass
                    two new members please: Tom Regen, who is on flex, and Lia Kost, who is on a day pass => add Member | Name=Tom Regen | Plan=flex ; add Member | Name=Lia Kost | Plan=day pass
                    we have two new members, Tom Regen (flex) and Lia Kost (day pass) => add Member | Name=Tom Regen | Plan=flex ; add Member | Name=Lia Kost | Plan=day pass
                    new members: Tom Regen, flex; Lia Kost, day pass => add Member | Name=Tom Regen | Plan=flex ; add Member | Name=Lia Kost | Plan=day pass
                    add three members: Tom Regen, flex, and Lia Kost, day pass => ask
                    two members: Tom Regen, flex, and Lia Kost, day pass => ask
                    add two members: Caro Jansen, flex, and Lia Kost, day pass => ask
                    """)
    void addsEachWithItsOwnDescription(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    put Tom Regen on the list of members: flex, monthly fee 160 => add Member | Name=Tom Regen | Plan=flex | Monthly fee=160
                    put Tom Regen and Lia Kost into the members, both on flex => add Member | Name=Tom Regen | Plan=flex ; add Member | Name=Lia Kost | Plan=flex
                    put Piet on the jobs => ask
                    put Caro Jansen on the list of members => ask
                    Can I have a booking BK-220 for Caro Jansen in Maple tomorrow? => add Booking | Booking no=BK-220 | Member=Caro Jansen | Space=Maple | Day=2026-10-02
                    Can I have a look at BK-203? => list Booking: BK-203
                    """)
    void addsWhatIsPutIntoATableOrWished(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    first add the member Lia Kost, then for her the booking BK-220 in Maple => add Member | Name=Lia Kost ; add Booking | Booking no=BK-220 | Member=Lia Kost | Space=Maple
                    add member Lia Kost on flex and for her a booking BK-220 tomorrow => add Member | Name=Lia Kost | Plan=flex ; add Booking | Booking no=BK-220 | Member=Lia Kost | Day=2026-10-02
                    add a booking BK-220 for her => ask
                    """)
    void addsForWhatWasAddedBefore(String sentence, String outcome) {
        assertThat(coworking(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    gardens => register the garden Rose Walk for Amrita Bose, sandy soil => add Garden | Name=Rose Walk | Client=Amrita Bose | Soil=sand
                    solar   => we hired a fitter, name Ilse Brandt, trade roofer, Van 1 => add Fitter | Name=Ilse Brandt | Trade=roofer | Van=Van 1
                    solar   => set the van of Pia Lorenz to 4 => set Fitter: Pia Lorenz | Van=Van 4
                    solar   => put in an offer OF-311 for Yusuf Erdem: solar, 12.9k => add Offer | Offer no=OF-311 | Customer=Yusuf Erdem | System=solar | Price=12900
                    cleaning => create the site Ironbridge Studio for Fenwick Software, 9 Hope Yard, south, 140 m2, weekly => add Site | Site name=Ironbridge Studio | Client=Fenwick Software | Address=9 Hope Yard | District=south | Floor area=140 | Frequency=weekly
                    cleaning => new site for Fenwick Software: Fenwick Studio, weekly => add Site | Site name=Fenwick Studio | Client=Fenwick Software | Frequency=weekly
                    cleaning => new client Holloway Vets, sector medical, contact Priya Holloway, Greg Tanner looks after them => add Client | Company=Holloway Vets | Sector=medical | Contact person=Priya Holloway | Account manager=Greg Tanner
                    bikes    => make a rental RN-510 for Hugo Brandt: bike B-04, 17 to 18 October => add Rental | Rental no=RN-510 | Customer=Hugo Brandt | Bike=B-04 | From=2026-10-17 | Until=2026-10-18
                    coworking => add a booking for Caro Jansen: Maple, tomorrow => ask
                    cleaning => add invoice INV-90 for Carver Depot over 1120 => ask
                    """)
    void fitsWhatIsTold(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    private static String coworking(String sentence) {
        return Outcomes.of("coworking", sentence);
    }
}
