package io.frontless.engine.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as somebody proposes it.
 *
 * @param summary in a few words, for people
 * @param idempotencyKey chosen by the client, so that a repeated request makes no second plan
 */
public record PlanDraft(
        String summary,
        List<Step> steps,
        @Nullable UUID conversationId,
        @Nullable String idempotencyKey) {

    public PlanDraft {
        if (summary.isBlank() || summary.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("summary", "1 to " + Limits.TEXT_CHARS_MAX + " characters", summary);
        }
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > Limits.PLAN_OPERATIONS_MAX) {
            throw Rejection.invalid("operations", "1 to " + Limits.PLAN_OPERATIONS_MAX + " operations", steps.size());
        }
        Set<String> ids = new HashSet<>();
        for (Step step : steps) {
            if (!ids.add(step.id())) {
                throw Rejection.invalid("operations.id", "ids that differ", step.id());
            }
        }
        if (idempotencyKey != null && (idempotencyKey.isBlank() || idempotencyKey.length() > Limits.TEXT_CHARS_MAX)) {
            throw Rejection.invalid("idempotencyKey", "1 to " + Limits.TEXT_CHARS_MAX + " characters", idempotencyKey);
        }
    }
}
