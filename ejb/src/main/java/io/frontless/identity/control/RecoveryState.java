package io.frontless.identity.control;

import io.frontless.engine.control.Change;

/** How many recovery codes are left, in the form that events keep. */
final class RecoveryState {

    private static final String KEY = "recovery";
    private static final String LABEL = "Recovery codes";

    private RecoveryState() {}

    /** A change of their number. */
    static Change change(int before, int after) {
        return FactorState.change(
                KEY, LABEL, FactorState.of(KEY, LABEL, "left", before), FactorState.of(KEY, LABEL, "left", after));
    }
}
