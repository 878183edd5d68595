package io.frontless.engine.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work as its starter sees it.
 *
 * @param kind what it is: plan.execute or plan.propose
 * @param planId the plan that it executes, or has proposed
 * @param rowsTotal how many rows it is expected to touch
 * @param reason why it was refused, by name
 */
public record JobView(
        UUID jobId,
        String kind,
        State state,
        long rowsDone,
        long rowsTotal,
        @Nullable UUID planId,
        @Nullable String reason,
        @Nullable String message) {

    /** What has become of it. Where it did not come to DONE, nothing was changed. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
