package io.frontless.engine.control;

import io.frontless.engine.entity.PlanRows;
import io.frontless.engine.entity.StoredPlan;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Plans as those see them who decide about them, whosever they are, inside somebody else's transaction. */
@Dependent
public class HeldPlans {

    private final PlanRows rows;

    @Inject
    public HeldPlans(PlanRows rows) {
        this.rows = rows;
    }

    /** A plan and whose it is. */
    public record Held(UUID proposedBy, PlanView plan) {}

    /** One plan. */
    public Optional<Held> find(UUID workspaceId, UUID planId) {
        return rows.find(workspaceId, planId).map(HeldPlans::held);
    }

    /** One plan, kept from being executed and decided about by others until the end of the transaction. */
    public Optional<Held> lock(UUID workspaceId, UUID planId) {
        return rows.lock(workspaceId, planId).map(HeldPlans::held);
    }

    /** Lets a plan that the transaction has locked be executed until then. */
    public void keep(UUID workspaceId, UUID planId, Instant until) {
        rows.find(workspaceId, planId).orElseThrow().keep(until);
    }

    private static Held held(StoredPlan plan) {
        return new Held(plan.origin().accountId(), PlanStore.view(plan));
    }
}
