package io.frontless.engine.control;

import io.frontless.engine.entity.StoredPlan;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.RowMeter;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Executes a plan in one transaction: exactly what its preview showed, or nothing. */
@Stateless
@InWorkspace
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PlanExecution {

    @Inject
    PlanStore store;

    @Inject
    CommandEngine engine;

    @Inject
    Approvals approvals;

    @Inject
    RowMeter meter;

    @Inject
    Clock clock;

    /** Executes a proposed plan; one that was executed before answers as it did then and changes nothing. */
    public PlanView execute(Caller caller, UUID planId, Confirmation confirmation, Progress progress) {
        StoredPlan plan = store.lockOwn(caller, planId);
        if (PlanStore.status(plan) == PlanView.Status.EXECUTED) {
            return PlanStore.view(plan);
        }
        requireOpen(plan);
        StoredPlan.Content content = plan.content();
        Gate.admit(
                PlanJson.readPreview(content.preview(), content.hash()),
                confirmation,
                () -> approvals.require(caller.workspaceId(), planId, content.hash()));
        Assessment done = engine.run(
                caller,
                PlanJson.readStored(content.steps()),
                new CommandEngine.Cause(planId, plan.origin().conversationId()),
                progress);
        if (!done.hash().equals(content.hash())) {
            throw new Rejection(
                    Reason.CONFLICT,
                    "the plan is stale: what it was shown to change has changed since; propose it again");
        }
        meter.count(caller, done.rows());
        plan.become(PlanView.Status.EXECUTED.name());
        return PlanStore.view(plan);
    }

    /**
     * Runs steps that were never shown, if they are one reversible change. A request with an idempotency key is kept as the plan that it is, so
     * that it can be answered again; of any other the event is enough.
     */
    public CommandView run(Caller caller, PlanDraft draft, List<Step> steps, UUID planId) {
        boolean kept = draft.idempotencyKey() != null;
        CommandEngine.Done done =
                engine.runUnseen(caller, steps, new CommandEngine.Cause(kept ? planId : null, draft.conversationId()));
        Gate.admitUnseen(done.assessment());
        meter.count(caller, done.assessment().rows());
        if (kept) {
            store.addExecuted(caller, new PlanStore.Proposed(planId, draft, steps, done.assessment()));
        }
        return CommandView.of(done);
    }

    /** Runs one step at once, for what has no preview. */
    public Assessment atOnce(Caller caller, Step step) {
        return engine.run(caller, List.of(step), new CommandEngine.Cause(null, null));
    }

    private void requireOpen(StoredPlan plan) {
        if (PlanStore.status(plan) == PlanView.Status.DISCARDED) {
            throw Rejection.conflict("plan", "one that was not discarded", "discarded");
        }
        if (!clock.instant().isBefore(plan.lifetime().expiresAt())) {
            throw Rejection.conflict(
                    "plan",
                    "one that has not expired",
                    "expired at " + plan.lifetime().expiresAt());
        }
    }
}
