package io.frontless.approval.control;

import io.frontless.approval.control.ApprovalState.Asked;
import io.frontless.approval.entity.ApprovalRows;
import io.frontless.approval.entity.ApprovalRows.Row;
import io.frontless.approval.entity.ApprovalRows.Status;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DecideApproval;
import io.frontless.operation.DecideApproval.Verdict;
import io.frontless.operation.Operation;
import io.frontless.operation.WithdrawApproval;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Approves or refuses, once, what another person has asked for; to whom may not see all of it, there is nothing. */
@Dependent
public class DecideApprovalHandler implements OperationHandler<DecideApproval> {

    private final ApprovalRows rows;
    private final ApprovalState state;

    @Inject
    public DecideApprovalHandler(ApprovalRows rows, ApprovalState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<DecideApproval> operation() {
        return DecideApproval.class;
    }

    @Override
    public Prepared check(DecideApproval operation, Execution execution) {
        ApprovalState.requirePerson(execution);
        UUID caller = execution.caller().actor().id();
        Asked asked = state.lockAsked(execution, operation.plan());
        PlanView plan = asked.plan();
        Row row = asked.row();
        if (row.requestedBy().equals(caller)) {
            throw new Rejection(Reason.DENIED, "nobody approves what they have asked for themselves");
        }
        if (!Approvers.mayApprove(execution.caller().access(), plan)) {
            throw ApprovalState.notFound(operation.plan());
        }
        execution.requireVersion("approval", row.version());
        ApprovalState.requireOpen(execution, plan);
        if (row.status() != Status.PENDING) {
            throw Rejection.conflict("approval", "one that waits", ApprovalState.word(row.status()));
        }
        if (!row.hash().equals(operation.hash())) {
            throw Rejection.conflict("hash", row.hash(), operation.hash());
        }

        boolean approved = operation.verdict() == Verdict.APPROVE;
        Status decided = approved ? Status.APPROVED : Status.REFUSED;
        return new Prepared(
                ApprovalState.change(
                        plan,
                        ApprovalState.state(row),
                        ApprovalState.decided(row, decided, caller, operation.reason()),
                        row.version() + 1),
                () -> rows.decide(execution.workspaceId(), plan.planId(), decided, caller, operation.reason()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new WithdrawApproval(ApprovalState.planOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
