package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A percentage of a percentage is hardly ever meant. */
final class SharesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    tailor => Oliver has 10 percent
                    tailor => Oliver gets 10 percent off
                    tailor => Oliver gets another 5 percent
                    """)
    void isAskedAbout(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    tailor => Oliver's discount is 12 percent => set Customer: Oliver Grant | Discount=12
                    tailor => Oliver gets 10 percent off T-201 => set Job: T-201 | Charge=801
                    """)
    void thePercentageItselfAndThatOfAPriceAreMeant(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.normal(Outcomes.of(corpus, sentence))).isEqualTo(Outcomes.normal(outcome));
    }
}
