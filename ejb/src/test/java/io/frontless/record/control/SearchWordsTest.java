package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Limits;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void wordsHaveNoCaseAccentsAndSigns() {
        assertThat(SearchWords.words("Zoë's ÄRGER, INV-0089 (a) ada@acme.example +49 30/123", 99))
                .containsExactly("zoe", "arger", "inv", "0089", "ada", "acme", "example", "49", "30", "123");
    }

    @Test
    void longWordsAreCutBetweenCharacters() {
        String word = "x".repeat(Limits.WORD_CHARS_MAX - 1) + "𐐷".repeat(5);

        assertThat(SearchWords.words(word, 9))
                .allMatch(each -> each.length() <= Limits.WORD_CHARS_MAX && !each.isEmpty());
    }

    @Test
    void wordsEndWithTheirLimit() {
        assertThat(SearchWords.words("one two three four", 3)).containsExactly("one", "two", "three");
    }

    @Test
    void signsAloneAreNoWords() {
        assertThat(SearchWords.words(" \0 – ?! a ", 9)).isEmpty();
    }
}
