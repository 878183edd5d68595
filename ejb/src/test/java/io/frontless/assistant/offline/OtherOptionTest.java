package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option is told by itself, and not by half of what was said. */
final class OtherOptionTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    tailor => T-204 hem and take in
                    waterlab => unless W-506 is urgent, its report is due on 20 October
                    """)
    void isAskedAbout(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    tailor => T-204: take in => set Job: T-204 | Service=take in
                    taxis => all hybrid and electric cabs except T-06 have wheelchair access now => set Cab: T-01, T-03 | Wheelchair access=yes
                    """)
    void whatIsToldAloneIsMeant(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.normal(Outcomes.of(corpus, sentence))).isEqualTo(Outcomes.normal(outcome));
    }
}
