package io.frontless.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.operation.Operations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionWordsTest {

    static Iterable<String> names() {
        return Operations.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOperationIsCalledByWordsAndNotByItsName(String name) {
        assertThat(ActionWords.of(name).did()).isNotEqualTo(name);
        assertThat(ActionWords.of(name).will()).isNotEqualTo(name);
    }
}
