package io.frontless.outbound.control;

import io.frontless.kernel.Limits;
import java.time.Duration;

/** How long another host may take to take a call, between two bytes, and for everything. */
record OutboundTimes(Duration connect, Duration silence, Duration whole) {

    static OutboundTimes usual() {
        return new OutboundTimes(Limits.OUTBOUND_CONNECT_MAX, Limits.OUTBOUND_SILENCE_MAX, Limits.OUTBOUND_CALL_MAX);
    }
}
