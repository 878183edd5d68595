package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bound is no value. */
final class OnlyBoundTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    blood => S-12's rent is 80 at most
                    blood => S-12's rent is at least 80
                    blood => S-12's rent is about 80
                    escaperooms => the Asylum takes at least 3 players
                    fishauction => lower the reserve of everything on auction by 5 percent but not below 1200
                    cinema => Svenja wants 20 an hour
                    cinema => S-503 is half sold
                    snow => W-804 took 3 hours so far
                    pianos => 3001 is 100 cheaper than estimated
                    """)
    void isAskedAbout(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    escaperooms => everyone who earns under 13 gets 13 => set Gamemaster: Joel Pinto, Sam Okoro | Wage=13
                    blood => S-12's rent is 80 => set Session: S-12 | Hall rent=80
                    """)
    void whereItTellsWhichAreMeantItIsNone(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.normal(Outcomes.of(corpus, sentence))).isEqualTo(Outcomes.normal(outcome));
    }
}
