package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.kernel.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ceremony that each risk demands. */
class GateTest {
    private static final String HASH = "0f".repeat(32);

    @Test
    void reversibleWriteNeedsNoMoreThanToBeConfirmed() {
        assertPasses(Risk.REVERSIBLE, Confirmation.plain());
    }

    @ParameterizedTest
    @EnumSource(
            value = Risk.class,
            names = {"SCHEMA", "BULK"})
    void schemaAndBulkNeedTheNumberOfRows(Risk risk) {
        assertPasses(risk, new Confirmation(3L, null));
        assertRefused(risk, Confirmation.plain(), Reason.INVALID);
        assertRefused(risk, new Confirmation(2L, null), Reason.INVALID);
        assertRefused(risk, new Confirmation(-3L, HASH), Reason.INVALID);
    }

    @ParameterizedTest
    @EnumSource(
            value = Risk.class,
            names = {"REVERSIBLE", "SCHEMA", "BULK"})
    void hashThatIsGivenMustBeThePlans(Risk risk) {
        assertPasses(risk, new Confirmation(3L, HASH));
        assertRefused(risk, new Confirmation(3L, HASH.replace('f', 'e')), Reason.CONFLICT);
        assertRefused(risk, new Confirmation(3L, ""), Reason.CONFLICT);
    }

    @Test
    void whatCannotBeTakenBackNeedsAnApprovalBesideTheNumberOfRows() {
        assertRefused(Risk.IRREVERSIBLE, new Confirmation(3L, HASH), Reason.HELD);

        assertThatCode(() -> Gate.admit(plan(Risk.IRREVERSIBLE), new Confirmation(3L, HASH), () -> {}))
                .doesNotThrowAnyException();
        assertThat(Refusals.of(() -> Gate.admit(plan(Risk.IRREVERSIBLE), Confirmation.plain(), () -> {}))
                        .reason())
                .isEqualTo(Reason.INVALID);
        assertThat(Refusals.of(() -> Gate.admit(
                                plan(Risk.IRREVERSIBLE), new Confirmation(3L, HASH.replace('f', 'e')), () -> {}))
                        .reason())
                .isEqualTo(Reason.CONFLICT);
    }

    private static void assertPasses(Risk risk, Confirmation confirmation) {
        assertThatCode(() -> Gate.admit(plan(risk), confirmation, GateTest::nobodyApproves))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(Risk risk, Confirmation confirmation, Reason reason) {
        assertThat(Refusals.of(() -> Gate.admit(plan(risk), confirmation, GateTest::nobodyApproves))
                        .reason())
                .isEqualTo(reason);
    }

    private static void nobodyApproves() {
        throw new Rejection(Reason.HELD, "nobody approves here");
    }

    private static Assessment plan(Risk risk) {
        return new Assessment(risk, 3, List.of(), 3, List.of(), 0, HASH);
    }
}
