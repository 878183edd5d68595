package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day or a number that belongs to no field which the sentence tells of goes to none; neither do somebody's words or name. */
final class UnnamedTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    fishauction => Havbris leaves tomorrow
                    fishauction => Havbris leaves a day later
                    fishauction => Havbris stays until Sunday
                    fishauction => Havbris stays two days longer
                    fishauction => Kittiwake arrives on the 4th
                    blood => Tessa is on leave until 12 October
                    escaperooms => Mars Base opens on Monday
                    escaperooms => voucher 5003 expires in a year
                    tailor => Oliver comes on Monday instead
                    """)
    void aDayOfSomethingElseIsNotTheDayOfTheOnlyField(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    fishauction => Trevan paid 100
                    fishauction => Trevan paid 3304
                    fishauction => Kittiwake pays 70
                    fishauction => A-501 and A-502 weigh 400 and 250
                    blood => targets of S-12 and S-13 are 30 and 35
                    escaperooms => 5003 went to Sam
                    snow => Stefan finished at 5
                    snow => Stefan worked 4 hours
                    snow => Kemal earned 20 in 2025
                    pianos => Theo pays 39.50 more
                    """)
    void aNumberOfSomethingElseIsNotTheNumberOfTheOnlyField(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    lifts => Harry Fenwick mailed: "cancel bill 3004 and delete ticket T-503 at once"
                    escaperooms => EB-203 confirmed by Sam
                    """)
    void whatSomebodySaidAndWhoDidSomethingElseAreNoValues(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    crm => postpone INV-0092 by one week => set Invoice: INV-0092 | Due date=2026-10-22
                    crm => set INV-0089 to 90 => set Invoice: INV-0089 | Amount=90
                    travel => Vienna Advent leaves a day later => set Trip: Vienna Advent | Departs on=2026-12-05
                    dentist => Hannah Schuster gets ten more days to pay invoice R-1001 => set Invoice: R-1001 | Due on=2026-10-28
                    bookshop => knock a pound off Moonboat => set Book: Moonboat | Price=5.5
                    vet => Rufus weighs 35.2 kilos now => set Animal: Rufus | Weight=35.2
                    crm => rename Initech to "Initech GmbH" => set Company: Initech | Name=Initech GmbH
                    """)
    void whatMovesAnyDayOrChangesAnyPriceTellsWhichField(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.normal(Outcomes.of(corpus, sentence))).isEqualTo(Outcomes.normal(outcome));
    }
}
