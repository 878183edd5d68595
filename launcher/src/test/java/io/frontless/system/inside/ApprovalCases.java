package io.frontless.system.inside;

import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.engine.control.PlanView;
import io.frontless.operation.DecideApproval;
import io.frontless.operation.DecideApproval.Verdict;
import io.frontless.operation.RequestApproval;
import io.frontless.operation.WithdrawApproval;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The cases of approvals, as an owner has to do with them. Who may not and what follows is in {@link ApprovalRightsIT}. */
final class ApprovalCases {
    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0031L);

    private ApprovalCases() {}

    static List<OperationCase> all() {
        return List.of(request(), decide(), withdraw());
    }

    private static OperationCase request() {
        return new OperationCase(
                RequestApproval.class,
                here -> new RequestApproval(here.held().unasked().planId()),
                here -> Map.of(
                        "asked for before",
                                step(new RequestApproval(here.held().asked().planId())),
                        "another person's plan",
                                step(new RequestApproval(here.held().others().planId())),
                        "executed", step(new RequestApproval(here.last())),
                        "no such plan", step(new RequestApproval(NEW))));
    }

    private static OperationCase decide() {
        return new OperationCase(
                DecideApproval.class,
                here -> approve(here.held().others(), here.held().others().hash()),
                here -> Map.of(
                        "stale",
                                stale(approve(
                                        here.held().others(),
                                        here.held().others().hash())),
                        "another preview", step(approve(here.held().others(), "0f")),
                        "not asked for",
                                step(approve(
                                        here.held().unasked(),
                                        here.held().unasked().hash())),
                        "no such plan", step(new DecideApproval(NEW, "0f", Verdict.REFUSE, null))));
    }

    private static OperationCase withdraw() {
        return new OperationCase(
                WithdrawApproval.class,
                here -> new WithdrawApproval(here.held().asked().planId()),
                here -> Map.of(
                        "stale", stale(new WithdrawApproval(here.held().asked().planId())),
                        "not asked for",
                                step(new WithdrawApproval(here.held().unasked().planId())),
                        "another person's",
                                step(new WithdrawApproval(here.held().others().planId())),
                        "no such plan", step(new WithdrawApproval(NEW))));
    }

    private static DecideApproval approve(PlanView plan, String hash) {
        return new DecideApproval(plan.planId(), hash, Verdict.APPROVE, "As agreed");
    }
}
