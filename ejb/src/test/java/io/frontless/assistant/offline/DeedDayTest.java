package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deed tells its own day, and no day by which something is to be done; today is Thursday, 1 October 2026. */
final class DeedDayTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    solar => INV-0091 paid yesterday => set Invoice: INV-0091 | Paid on=2026-09-30 | State=paid
                    solar => OF-305 sent on Monday => set Offer: OF-305 | Sent on=2026-09-28 | Stage=sent
                    wholesale => Invoice 89 is paid, paid on Monday => set Invoice: INV-0089 | Paid on=2026-09-28 | Status=paid
                    cleaning => INV-81 paid on Wednesday => set Invoice: INV-81 | Paid on=2026-09-30 | Status=paid
                    gardens => Honda Push serviced yesterday => set Machine: Honda Push | Last service=2026-09-30
                    """)
    void isTheDayOnWhichItWasDone(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    solar => INV-0091 paid on 20 October
                    solar => INV-0091 paid next Friday
                    solar => INV-0091: paid tomorrow
                    solar => INV-0091 is paid on 20 October
                    solar => INV-0093 issued tomorrow
                    solar => OF-305 sent tomorrow
                    translations => J-207 delivered tomorrow
                    """)
    void isNotDoneYetWhereTheDayLiesAhead(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    vet => Rufus vaccinated this morning => ask
                    vet => Clover vaccinated yesterday => ask
                    bikes => Olek is certified since yesterday => ask
                    vet => Duchess is vaccinated until 2 October 2027 now => set Animal: Duchess | Vaccinated until=2027-10-02
                    vet => Captain and Sheldon: vaccinated until 31 December => set Animal: Captain, Sheldon | Vaccinated until=2026-12-31
                    """)
    void isNoLimit(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    gardens => move J-201 to next Friday, 9 October => set Job: J-201 | Planned for=2026-10-09
                    gardens => move J-201 to Friday, 10 October => ask
                    gardens => move J-201 to tomorrow, 2 October => set Job: J-201 | Planned for=2026-10-02
                    marina => give W-61 until the following Monday, 12 October => set Work: W-61 | Due=2026-10-12
                    vet => move V-75 to tomorrow, 7 October => ask
                    """)
    void isOneWhereItIsToldTwice(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
