package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What says two things is not done by half. */
final class DoneInPartTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    allotments => Mei Chen accepted! set her stage, then create her as gardener, joined today
                    campsite => pitch A3 is back in use, has power now and costs 36
                    cinema => cancel S-505 and refund the tickets
                    waterlab => create the client Camping Arnika and, for this client, the site Shower House with source tap
                    """)
    void isAskedAbout(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    cinema => cancel S-505 => set Screening: S-505 | Status=cancelled
                    campsite => pitch A3 costs 36 => set Pitch: A3 | Nightly rate=36
                    """)
    void whatSaysOneThingIsDone(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.normal(Outcomes.of(corpus, sentence))).isEqualTo(Outcomes.normal(outcome));
    }
}
