package io.frontless.vault.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ApiSecretTest {

    @Test
    void secretIsRecognisedByItsPrefixAndChecksum() {
        String text = ApiSecret.random().text();

        assertThat(text).matches("flk_[0-9a-f]{72}");
        assertThat(ApiSecret.parse(text)).isPresent();
        for (int place = 4; place < text.length(); place++) {
            char other = text.charAt(place) == '0' ? '1' : '0';
            assertThat(ApiSecret.parse(text.substring(0, place) + other + text.substring(place + 1)))
                    .as("changed at " + place)
                    .isEmpty();
        }
        assertThat(ApiSecret.parse("")).isEmpty();
        assertThat(ApiSecret.parse(text + "0")).isEmpty();
        assertThat(ApiSecret.parse(text.substring(4))).isEmpty();
    }

    @Test
    void secretMatchesItsHashAndNoOther() {
        ApiSecret one = ApiSecret.random();
        ApiSecret other = ApiSecret.random();

        assertThat(one.matches(HexFormat.of().formatHex(one.hash()))).isTrue();
        assertThat(one.matches(HexFormat.of().formatHex(other.hash()))).isFalse();
        assertThat(one.text()).isNotEqualTo(other.text());
    }

    @Test
    void whereItIsPrintedByMistakeOnlyItsBeginningShows() {
        ApiSecret secret = ApiSecret.random();

        assertThat(String.valueOf(secret)).hasSize(11).startsWith(secret.hint()).endsWith("…");
        assertThat(secret.hint()).hasSize(10);
    }
}
