package io.frontless.approval.control;

import io.frontless.engine.control.PlanView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An approval as people and clients see it.
 *
 * @param own whether the caller has asked for it
 * @param mayDecide whether the caller may approve or refuse it now
 */
public record ApprovalView(
        PlanView plan, Asked asked, State state, @Nullable Decided decided, boolean own, boolean mayDecide) {

    /** Who asked for it, and when. */
    public record Asked(UUID by, String name, Instant at) {}

    /** Who has decided it, when, and why, where they have said so. */
    public record Decided(
            UUID by, String name, Instant at, @Nullable String reason) {}

    /** How it stands. */
    public enum State {
        PENDING,
        APPROVED,
        /** Approved by somebody who may not any more. */
        LAPSED,
        REFUSED,
        WITHDRAWN,
        EXPIRED,
        DISCARDED,
        EXECUTED
    }
}
