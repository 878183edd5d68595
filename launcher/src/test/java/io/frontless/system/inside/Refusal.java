package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontless.kernel.Rejection;

/** What a request was refused with. */
final class Refusal {
    private Refusal() {}

    /** The rejection; a request that is not refused, or fails otherwise, fails the test. */
    static Rejection refusal(Runnable request) {
        Rejection refusal = catchThrowableOfType(Rejection.class, request::run);
        assertThat(refusal).as("a rejection").isNotNull();
        return refusal;
    }
}
