package io.frontless.approval.control;

import io.frontless.approval.entity.ApprovalRows.Decision;
import io.frontless.approval.entity.ApprovalRows.Row;
import io.frontless.engine.control.Approvals;
import io.frontless.engine.control.HeldPlans;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells the engine's gate whether an approval stands: decided by somebody who may still decide it, and about exactly this. */
@Dependent
public class PlanApprovals implements Approvals {

    static final String NOBODY =
            "none, and nobody else here who may approve: invite somebody, and give them a role with this right";

    private final ApprovalState state;
    private final HeldPlans plans;
    private final Approvers approvers;

    @Inject
    public PlanApprovals(ApprovalState state, HeldPlans plans, Approvers approvers) {
        this.state = state;
        this.plans = plans;
        this.approvers = approvers;
    }

    @Override
    public void require(UUID workspaceId, UUID planId, String hash) {
        HeldPlans.Held held = plans.find(workspaceId, planId).orElseThrow();
        Row row = state.find(workspaceId, planId)
                .filter(asked -> asked.hash().equals(hash))
                .orElseThrow(() -> held(
                        approvers.anybodyBut(workspaceId, held.proposedBy(), held.plan())
                                ? "none; ask for it"
                                : NOBODY));
        switch (row.status()) {
            case APPROVED -> requireStanding(workspaceId, row, held.plan());
            case REFUSED -> throw held("a refusal");
            case PENDING, WITHDRAWN -> throw held("one that was asked for and waits");
        }
    }

    /** Refuses what waits for another person. */
    static Rejection held(String found) {
        return Rejection.of(Reason.HELD, "approval", "that of another person, since this cannot be taken back", found);
    }

    private void requireStanding(UUID workspaceId, Row row, PlanView plan) {
        Decision decision = row.decision();
        if (decision == null || !approvers.may(workspaceId, decision.by(), plan)) {
            throw held("that of somebody who may not approve any more; ask again");
        }
    }
}
