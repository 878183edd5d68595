package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that are told as deeds, and commands about what they compare. */
final class DeedConditionTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    plumbers => Unless somebody is assigned to J-804, give it to Declan. => set Job: J-804 | Engineer=Declan Foy
                    plumbers => if nobody is on J-804, delete it => delete Job: J-804
                    plumbers => if J-804 hasn't got an engineer, delete it => delete Job: J-804
                    plumbers => if J-804 is assigned to nobody in Dublin, delete it => ask
                    plumbers => if nobody minds, delete J-804 => ask
                    plumbers => if nobody objects to J-804, delete it => ask
                    plumbers => if nobody else is assigned to J-804, delete it => ask
                    plumbers => if someone other than Declan has J-804, delete it => ask
                    plumbers => if somebody asks for J-804, delete it => ask
                    vet => give File insurance form to Sam unless someone's already on it => set Duty: File insurance form | Staff=Sam Ito
                    homecare => if nobody has V-206 yet I'll take it => set Visit: V-206 | Carer=Hanna Voss
                    cinema => if S-505 has sold fewer than 15 seats, cancel it, otherwise move it to Screen 1 => set Screening: S-505 | Status=cancelled
                    cinema => if S-505 has not sold fewer than 15 seats, cancel it => ask
                    cinema => if S-505 had sold fewer than 15 seats yesterday, cancel it => ask
                    cinema => if S-505 has sold fewer than 15 seats, let me know => ask
                    cinema => if S-505 has sold fewer than 15 seats per day, cancel it => ask
                    tutoring => If PK-11 has at least 15 lessons taken then set it to finished, otherwise make it valid until the end of January 2027. => set Package: PK-11 | Valid until=2027-01-31
                    cleaning => If the library has paid INV-86, delete INV-86 => delete Invoice: INV-86
                    cleaning => If the library hasn't paid INV-86, delete INV-86 => ask
                    cleaning => If the library has nearly paid INV-86, delete INV-86 => ask
                    cleaning => If the library will have paid INV-86, delete INV-86 => ask
                    cleaning => If nobody has paid INV-86, delete INV-86 => ask
                    waterlab => provided that bill 9002 is completely paid, Nina Vogt handles it; otherwise mark the bill as disputed => set Bill: 9002 | Disputed=yes
                    snow => if IL-611 goes out of service next week, delete it => ask
                    snow => if IL-611 is out of service then give it to Agnes Rainer as driver, otherwise leave it alone => set Vehicle: IL-611 | Driver=Agnes Rainer
                    """)
    void decidesByWhatIsDone(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    snow => If the season fee of Market Square is above 8k lower it to 7.5k, if not raise it to 8.2k. => set Site: Market Square | Season fee=8200
                    plumbers => if bill 4103 is above 100, add 20 => ask
                    plumbers => if bill 4103 is above 100, lower it to 90 and mark it as paid => ask
                    snow => If the season fee of Market Square is above 5k lower it a bit => ask
                    snow => If the season fee of Market Square is above 5k lower it to 4k or 4.5k => ask
                    snow => If the season fee of Market Square is above 5k give it 10 => ask
                    dancestudio => if Rico gets less than 35 an hour make it 36, else 39 => set Teacher: Rico Alvarez | Hourly rate=39
                    dancestudio => if Rico gets less than 35 an hour make it 36 next year => ask
                    lifts => in case bill 3003 has no discount yet, give it 2 % => set Bill: 3003 | Discount=2
                    lifts => if bill 3003 has no discount yet, offer 2 % => ask
                    laundry => if Fjord Spa has a credit limit double it, if not set it to 3000 => set Client: Fjord Spa | Credit limit=3000
                    laundry => if Fjord Spa has no credit limit give it 10 % => ask
                    laundry => If R-511 has fewer than 2 reminders add one, otherwise write it off => set Invoice: R-511 | Reminders=2
                    laundry => If R-511 has fewer than 2 reminders add one next week, otherwise write it off => ask
                    theatre => unless the Grand piano already has a shelf mark, give it D-1 => set Prop: Grand piano | Shelf mark=D-1
                    roofers => unless Northgate Homes has a phone number already, enter +44 1632 5550 90 => set Client: Northgate Homes | Phone=+44 1632 5550 90
                    foodbank => if there are more than 10 crates of pasta, take 5 off, else flag it as low stock => set Stock: Pasta | Crates=12
                    foodbank => if there are more than 10 crates of pasta, take 5 to Easton => ask
                    charity => should Mill Shelter have more than 20 beds make its rent 1350, in the other case 1100 => set Place: Mill Shelter | Rent=1350
                    vintner => does Marie Tessier have a discount? if yes make it 8, if no give her 5 => set Customer: Marie Tessier | Discount=8
                    allotments => has Farid Amani paid his deposit? if yes set him to offered, if not sure make me his contact => ask
                    radio => If the yearly budget of Radius Bikes is over 4000 make S-205 30 seconds long, else 15 => ask
                    tailor => should Dario Conti not be a regular yet, make him one and give him a discount of 5 => ask
                    """)
    void givesAValueToTheFieldThatIsCompared(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
