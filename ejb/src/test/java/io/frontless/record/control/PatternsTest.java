package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that people give to fields. */
class PatternsTest {

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "(?=a)", "(a)\\1", "((a{100}){100}){100}", "a{1001}", "*"})
    void whatIsNoPatternOrTooLargeIsRefused(String pattern) {
        assertThatThrownBy(() -> Patterns.compile("f.pattern", pattern)).isInstanceOf(Rejection.class);
    }

    @Test
    void patternThatWouldBacktrackTakesLinearTime() {
        assertThat(Patterns.compile("f.pattern", "(a+)+$").matches("a".repeat(10_000) + "b"))
                .isFalse();
    }
}
