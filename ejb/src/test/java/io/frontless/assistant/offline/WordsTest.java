package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of words, as the planner relies on it. */
final class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"hangs", "broke", "moved", "arrived", "dropped", "driving"})
    void knowsDeedsInAllTheirForms(String word) {
        assertThat(Words.isDeed(word)).isTrue();
        assertThat(Words.isTalk(word)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thinks", "said", "asked", "wondered", "hopes", "promised", "refuses"})
    void knowsTalkAndThought(String word) {
        assertThat(Words.isTalk(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"water", "table", "Acme", "order"})
    void takesNoNounForADeed(String word) {
        assertThat(Words.isDeed(word)).isFalse();
    }

    @Test
    void knowsSynonymsOfNouns() {
        assertThat(Words.synonyms("price")).contains("cost");
        assertThat(Words.synonyms("price")).doesNotContain("date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nearly", "not", "never", "perhaps", "later", "thinks", "fails", "keeps", "lifts", "was", "if"})
    void passesOverNothingThatDoubts(String word) {
        assertThat(Light.isBeside(Sentence.read("x " + word + " x").words().at(1)))
                .isFalse();
    }
}
