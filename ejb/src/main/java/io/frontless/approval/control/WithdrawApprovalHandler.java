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
import io.frontless.operation.DecideApproval;
import io.frontless.operation.DecideApproval.Verdict;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.RequestApproval;
import io.frontless.operation.WithdrawApproval;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes back one's own word: whoever has asked asks no more; whoever has decided leaves it to be decided again. */
@Dependent
public class WithdrawApprovalHandler implements OperationHandler<WithdrawApproval> {

    private final ApprovalRows rows;
    private final ApprovalState state;

    @Inject
    public WithdrawApprovalHandler(ApprovalRows rows, ApprovalState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<WithdrawApproval> operation() {
        return WithdrawApproval.class;
    }

    @Override
    public Prepared check(WithdrawApproval operation, Execution execution) {
        ApprovalState.requirePerson(execution);
        UUID caller = execution.caller().actor().id();
        Asked asked = state.lockAsked(execution, operation.plan());
        PlanView plan = asked.plan();
        Row row = asked.row();
        boolean own = row.requestedBy().equals(caller);
        if (!own && !row.decidedBy(caller)) {
            throw ApprovalState.notFound(operation.plan());
        }
        execution.requireVersion("approval", row.version());
        ApprovalState.requireOpen(execution, plan);

        return new Prepared(
                ApprovalState.change(
                        plan,
                        ApprovalState.state(row),
                        own ? null : ApprovalState.waiting(row.planId(), row.hash(), row.requestedBy()),
                        row.version() + 1),
                () -> rows.reopen(execution.workspaceId(), plan.planId(), own ? Status.WITHDRAWN : Status.PENDING));
    }

    @Override
    public Operation inverse(EventView event) {
        UUID plan = ApprovalState.planOf(event);
        if (event.after() == null) {
            return new RequestApproval(plan);
        }
        Map<String, @Nullable Object> before = Objects.requireNonNull(event.before());
        Params decided = new Params("before", before);
        return new DecideApproval(
                plan,
                decided.text("hash"),
                decided.text("status").equals(ApprovalState.word(Status.APPROVED)) ? Verdict.APPROVE : Verdict.REFUSE,
                decided.optionalText("reason").orElse(null));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
