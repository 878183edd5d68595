package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a step takes the id of what an earlier step touched. */
class StepReferencesTest {
    private static final UUID ID = new UUID(1, 2);

    private final StepReferences references = new StepReferences();

    @Test
    void referenceToAnEarlierStepBecomesItsRecordsId() {
        references.touched(ID);
        references.rememberAs("first-one");

        assertThat(references.resolve(step(Map.of("id", "$first-one.id")))).containsEntry("id", ID.toString());
    }

    @Test
    void referenceIsFoundAtAnyDepth() {
        references.touched(ID);
        references.rememberAs("s1");

        assertThat(references.resolve(
                        step(Map.of("values", Map.of("client", "$s1.id"), "all", List.of("$s1.id", "x")))))
                .containsEntry("values", Map.of("client", ID.toString()))
                .containsEntry("all", List.of(ID.toString(), "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$s1", "$s1.name", "$1.id", "a $s1.id", "$s1.id ", "$.id", "s1.id", "$$s1.id", ""})
    void otherTextIsLeftAsItIs(String text) {
        references.touched(ID);
        references.rememberAs("s1");

        assertThat(references.resolve(step(Map.of("note", text)))).containsEntry("note", text);
    }

    @Test
    void otherValuesAreLeftAsTheyAre() {
        Map<String, Object> params = Map.of("amount", BigDecimal.TEN, "done", true);

        assertThat(references.resolve(step(params))).isEqualTo(params);
    }

    @Test
    void referenceToAStepThatIsNotEarlierIsRefusedByItsPath() {
        assertThatThrownBy(() -> references.resolve(step(Map.of("values", Map.of("client", "$s9.id")))))
                .isInstanceOfSatisfying(Rejection.class, rejection -> {
                    assertThat(rejection.reason()).isEqualTo(Reason.INVALID);
                    assertThat(rejection.details())
                            .containsExactly(new Rejection.Detail(
                                    "s2.values.client", "an earlier step that touches a record", "$s9.id"));
                });
    }

    @Test
    void stepThatTouchedNoRecordCannotBeReferredTo() {
        references.touched(null);
        references.rememberAs("s1");

        assertThatThrownBy(() -> references.resolve(step(Map.of("id", "$s1.id"))))
                .isInstanceOf(Rejection.class);
    }

    private static Step step(Map<String, Object> params) {
        return new Step("s2", "record.update", Map.copyOf(params), null, null);
    }
}
