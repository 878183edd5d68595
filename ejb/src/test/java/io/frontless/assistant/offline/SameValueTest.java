package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record gets what another has. */
final class SameValueTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    wholesale => Conference Pears shall cost as much as Vine Tomatoes => set Product: Conference Pears | Price=3.2
                    deskshare => B-203 should cost the same as B-201 => set Booking: B-203 | Price=60
                    scrapyard => charge the same for PU-12 as for PU-13 => set Pickup: PU-12 | Charge=120
                    parking => T-508 should cost as much per month as T-505 does => set Ticket: T-508 | Monthly price=55
                    homecare => V-207 gets as many minutes as V-205 => set Visit: V-207 | Minutes=90
                    blood => the chairs of S-12 should be as many as those at S-13 => set Session: S-12 | Chairs=5
                    tailor => Summer Flax goes on the same shelf as Oxford Blue => set Fabric: Summer Flax | Shelf=B2
                    bakery => hazelnuts should have the same minimum as poppy seed => set Ingredient: Hazelnuts | Minimum kg=5
                    musicschool => move LS-404 to the same day as LS-406 => set Lesson: LS-404 | Day=2026-10-07
                    musicschool => give LS-404 the same charge and room as LS-406 => set Lesson: LS-404 | Charge=52 | Room=Hall
                    musicschool => LS-404 should not cost the same as LS-406 => ask
                    musicschool => LS-404 should cost twice as much as LS-406 => ask
                    musicschool => LS-404 should cost nearly the same as LS-406 => ask
                    musicschool => LS-404 should cost the same as LS-406 plus 10 => ask
                    musicschool => LS-404 should cost the same as last year => ask
                    musicschool => LS-404 used to cost the same as LS-406 => ask
                    musicschool => LS-404 costs as much as LS-406, that can't be => ask
                    musicschool => LS-404 is in the same room as LS-406, that can't be => ask
                    musicschool => does LS-404 cost the same as LS-406 => ask
                    """)
    void takesTheValueOfAnother(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    recruiting => swap the dates of IV-33 and IV-35 => set Interview: IV-33 | Scheduled for=2026-10-08 ; set Interview: IV-35 | Scheduled for=2026-10-02
                    printshop => swap the shelves of Bright Gloss 130 and Kraft Card 280 => set Paper: Bright Gloss 130 | Shelf=T2 ; set Paper: Kraft Card 280 | Shelf=S3
                    farm => Clover and Hazel change places, so swap their barns => set Cow: Clover | Barn=South barn ; set Cow: Hazel | Barn=North barn
                    marina => B-403 and B-404 change places, each gets the berth of the other => set Stay: B-403 | Berth=V1 ; set Stay: B-404 | Berth=V2
                    cleaning => Let Benjamin and Dilan swap shifts S-303 and S-305 => set Shift: S-303 | Cleaner=Dilan Yildiz ; set Shift: S-305 | Cleaner=Benjamin Asante
                    allotments => Amira Haddad and Yuki Tanaka are swapping plots, N-02 for R-21 => set Plot: N-02 | Tenant=Yuki Tanaka ; set Plot: R-21 | Tenant=Amira Haddad
                    musicschool => LS-404 and LS-406 change rooms with each other => set Lesson: LS-404 | Room=Hall ; set Lesson: LS-406 | Room=Room B
                    musicschool => LS-404 and LS-406 must not swap rooms => ask
                    musicschool => LS-404 and LS-406 swapped rooms last week => ask
                    musicschool => LS-404 and LS-406 swap rooms next week => ask
                    musicschool => LS-404 and LS-406 change places, so tell the parents => ask
                    """)
    void exchangesTheValuesOfTwo(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
