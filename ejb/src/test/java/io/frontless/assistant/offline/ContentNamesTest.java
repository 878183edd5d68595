package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has a mere number for a title is called by what it is, where only one is that. */
final class ContentNamesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    gardens => the hedge trimming costs 280 => set Job: J-201 | Price=280
                    gardens => Oona does the leaf clearing => set Job: J-210 | Gardener=Oona Byrne
                    translations => the lease contract goes to Felix => set Job: J-201 | Translator=Felix Baum
                    translations => the hotel website: 8000 words, deadline 12 October => set Job: J-204 | Deadline=2026-10-12 | Words=8000
                    translations => the merger documents cost 9900 => set Quote: Q-73 | Amount=9900
                    bikes => the squeaking brakes are ready => set Repair: T-43 | Stage=ready
                    bikes => brake pads: 30 in stock => set Part: Brake pads Koru | In stock=30
                    marina => the bilge pump is done => set Work: W-67 | Progress=done
                    """)
    void comesTo(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    bikes => the Kalk Tourer costs 20
                    bikes => delete the bent derailleur
                    gardens => maybe the hedge trimming costs 280
                    gardens => the hedge trimming shears cost 280
                    marina => Marek says the bilge pump is done
                    """)
    void isAskedAboutWhereItMayBeSomethingElse(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }
}
