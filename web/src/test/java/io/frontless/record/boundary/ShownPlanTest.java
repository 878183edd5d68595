package io.frontless.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Rejection;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownPlanTest {

    private static final String ID = "0193f0c2-7d1e-7a3b-9c54-2f6a1be0d4c1";

    @Test
    void whatAButtonSendsIsWhatItsCardShowed() {
        ShownPlan shown = new ShownPlan(UUID.fromString(ID), 2155, "ab12");

        assertThat(ShownPlan.parse(shown.toString())).isEqualTo(shown);
        assertThat(shown.confirmation().rows()).isEqualTo(2155L);
        assertThat(shown.confirmation().hash()).isEqualTo("ab12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", ID, ID + "_-1_ab12", ID + "_1_", ID + "_99999999999999999999_ab12"})
    void anythingElseIsRefused(String button) {
        assertThatThrownBy(() -> ShownPlan.parse(button)).isInstanceOf(Rejection.class);
    }
}
