package io.frontless.assistant.model;

import java.time.Duration;
import java.time.Instant;

/** Leaves a provider alone for a while that has failed several times in a row, so that no turn waits for it in vain. Of one node. */
final class Breaker {

    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(60);

    private int failures;
    private Instant restsUntil = Instant.EPOCH;

    /** Whether it may be asked; after its rest by one, and by all again when that one has had an answer. */
    synchronized boolean allows(Instant now) {
        if (failures < FAILURES) {
            return true;
        }
        if (now.isBefore(restsUntil)) {
            return false;
        }
        restsUntil = now.plus(REST);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed(Instant now) {
        failures = Math.min(FAILURES, failures + 1);
        restsUntil = now.plus(REST);
    }
}
