package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which faults mean something to the caller, and which stop the start. */
class FaultsTest {

    @ParameterizedTest
    @CsvSource({
        "23505, CONFLICT",
        "23503, CONFLICT",
        "40001, CONFLICT",
        "40P01, CONFLICT",
        "55P03, CONFLICT",
        "22021, INVALID",
        "22P05, INVALID",
        "57014, LIMIT",
        "08006, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "53300, UNAVAILABLE"
    })
    void refusalOfTheDatabaseIsTranslated(String state, Reason reason) {
        RuntimeException thrown = new IllegalStateException(new SQLException("secret", state));

        Rejection rejection = Refusals.of(() -> Faults.translated(() -> {
            throw thrown;
        }));

        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.message()).isNotBlank().doesNotContain("secret");
        assertThat(rejection).hasCause(thrown);
    }

    @Test
    void bugStaysABug() {
        RuntimeException bug = new IllegalStateException(new SQLException("x", "42601"));
        Rejection rejection = new Rejection(Reason.HELD, "x");

        assertThatThrownBy(() -> Faults.translated(() -> {
                    throw bug;
                }))
                .isSameAs(bug);
        assertThat(Faults.rejectionOf(new IllegalStateException("x"))).isEmpty();
        assertThat(Faults.rejectionOf(new SQLException("x"))).isEmpty();
        assertThat(Faults.rejectionOf(new IllegalStateException(new RuntimeException(rejection))))
                .containsSame(rejection);
        assertThat(Faults.translated(() -> "fine")).isEqualTo("fine");
    }

    @Test
    void everyOperationHasOneHandler() {
        List<Handler<?>> none = List.of();
        List<Handler<?>> two = List.of(
                new FakeHandler<>(new World(), CreateRecord.class), new FakeHandler<>(new World(), CreateRecord.class));

        assertThatThrownBy(() -> HandlerRegistry.collect(none)).hasMessageEndingWith("has no handler");
        assertThatThrownBy(() -> HandlerRegistry.collect(two)).hasMessage("CreateRecord has two handlers");
    }
}
