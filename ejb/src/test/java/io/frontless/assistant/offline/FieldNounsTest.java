package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields whose names stand for the records that have them. */
final class FieldNounsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    itsupport => raise every monthly fee above 800 by 10 percent => set Contract: C-11 | Monthly fee=979 ; set Contract: C-13 | Monthly fee=2530
                    itsupport => monthly fees above 800 go down by 10 percent => set Contract: C-11 | Monthly fee=801 ; set Contract: C-13 | Monthly fee=2070
                    filmcrew => cut the two highest day rates by 20 each => set Crew: Joel Adler | Day rate=680 ; set Crew: Sanna Lind | Day rate=500
                    housecleaners => lower the highest compensation to 50 => set Complaint: 72 | Compensation=50
                    logistics => raise warehouse daily fees by €10 => set Warehouse: GDA | Daily fee=200 ; set Warehouse: HH1 | Daily fee=320 ; set Warehouse: LYS | Daily fee=155 ; set Warehouse: ROT | Daily fee=535
                    charity => take 50 off the rent wherever it is above 600 => set Place: Mill Shelter | Rent=1150 ; set Place: Old Port Kitchen | Rent=600
                    plumbers => raise all hourly rates by 5% except the apprentice's => set Engineer: Declan Foy, Tariq Aziz | Hourly rate=56.7 ; set Engineer: Magda Zielinska | Hourly rate=68.25 ; set Engineer: Rory Dunne | Hourly rate=65.1
                    pianos => put £40 on top of every estimate under 500 => set Repair: 3003 | Estimate=460 ; set Repair: 3004 | Estimate=400
                    foodbank => every monthly gift under 50 goes up to 50 => set Supporter: Anita Rowe, Gerald Moss | Monthly gift=50
                    """)
    void changesTheRecordsThatHaveIt(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    shop => raise all prices by 10%
                    itsupport => they cut every monthly fee above 800 by 10 percent
                    itsupport => we might cut every monthly fee above 800 by 10 percent
                    itsupport => don't cut every monthly fee above 800 by 10 percent
                    itsupport => cut almost every monthly fee above 800 by 10 percent
                    itsupport => cut every monthly fee above 800 by up to 10 percent
                    itsupport => cut every monthly fee by 10 percent next year
                    itsupport => every monthly fee above 800 was raised by 10 percent
                    itsupport => every monthly fee above 800 is too high
                    itsupport => show every monthly fee above 800
                    wholesale => name the three restaurants with the highest credit limit
                    blood => issue the two released units with the smallest volume
                    """)
    void changesNothingWhereThatIsNotSaid(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).doesNotStartWith("set");
    }
}
