package io.frontless.approval.control;

import io.frontless.approval.entity.ApprovalRows;
import io.frontless.approval.entity.ApprovalRows.Row;
import io.frontless.approval.entity.ApprovalRows.Status;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.HeldPlans;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.engine.control.Risk;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.RequestApproval;
import io.frontless.operation.WithdrawApproval;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Asks for an approval, and has the plan wait for it. What was refused is not asked for again: it takes another plan. */
@Dependent
public class RequestApprovalHandler implements OperationHandler<RequestApproval> {

    private final ApprovalRows rows;
    private final ApprovalState state;
    private final HeldPlans plans;
    private final Approvers approvers;

    @Inject
    public RequestApprovalHandler(ApprovalRows rows, ApprovalState state, HeldPlans plans, Approvers approvers) {
        this.rows = rows;
        this.state = state;
        this.plans = plans;
        this.approvers = approvers;
    }

    @Override
    public Class<RequestApproval> operation() {
        return RequestApproval.class;
    }

    @Override
    public Prepared check(RequestApproval operation, Execution execution) {
        ApprovalState.requirePerson(execution);
        UUID workspaceId = execution.workspaceId();
        UUID caller = execution.caller().actor().id();
        PlanView plan = plans.lock(workspaceId, operation.plan())
                .filter(held -> held.proposedBy().equals(caller))
                .map(HeldPlans.Held::plan)
                .orElseThrow(() -> Rejection.notFound("plan", operation.plan()));
        Optional<Row> earlier = rows.find(workspaceId, operation.plan());
        earlier.ifPresent(row -> execution.requireVersion("approval", row.version()));
        ApprovalState.requireOpen(execution, plan);
        if (plan.risk() != Risk.IRREVERSIBLE) {
            throw Rejection.conflict("plan", "one that cannot be taken back", "one that needs nobody's approval");
        }
        Optional<Row> asked = earlier.filter(row -> row.status() != Status.WITHDRAWN);
        asked.ifPresent(row -> requireLapsed(workspaceId, row, plan));
        requireSomebody(workspaceId, caller, plan);

        long version = earlier.map(Row::version).orElse(0L) + 1;
        return new Prepared(
                ApprovalState.change(
                        plan,
                        asked.map(ApprovalState::state).orElse(null),
                        ApprovalState.waiting(plan.planId(), plan.hash(), caller),
                        version),
                () -> {
                    rows.request(workspaceId, plan.planId(), plan.hash(), caller);
                    plans.keep(workspaceId, plan.planId(), execution.now().plus(Limits.APPROVAL_LIFETIME));
                });
    }

    @Override
    public Operation inverse(EventView event) {
        return new WithdrawApproval(ApprovalState.planOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    /** What was approved by somebody who may not any more is asked for anew. */
    private void requireLapsed(UUID workspaceId, Row row, PlanView plan) {
        ApprovalRows.Decision decision = row.decision();
        if (row.status() != Status.APPROVED || decision == null || approvers.may(workspaceId, decision.by(), plan)) {
            throw Rejection.conflict("approval", "one that was not asked for", ApprovalState.word(row.status()));
        }
    }

    private void requireSomebody(UUID workspaceId, UUID caller, PlanView plan) {
        if (!approvers.anybodyBut(workspaceId, caller, plan)) {
            throw PlanApprovals.held(PlanApprovals.NOBODY);
        }
        if (rows.waiting(workspaceId, Limits.PAGE_ROWS_MAX).size() == Limits.PAGE_ROWS_MAX) {
            throw Rejection.of(Reason.LIMIT, "approval", "at most " + Limits.PAGE_ROWS_MAX + " that wait", "as many");
        }
    }
}
