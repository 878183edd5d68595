package io.frontless.approval.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.operation.DecideApproval;
import io.frontless.operation.Operation;
import io.frontless.operation.RequestApproval;
import io.frontless.operation.Step;
import io.frontless.operation.WithdrawApproval;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Has approvals asked for, decided and taken back, through the gateway; each is one reversible change and needs no plan of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApprovalCommands {

    @Inject
    CommandGateway gateway;

    @Inject
    ApprovalQueries queries;

    /** Asks for an approval of one of the caller's plans. */
    public ApprovalView request(Caller caller, UUID plan) {
        return run(caller, plan, "Ask for an approval", new RequestApproval(plan));
    }

    /** Approves or refuses. */
    public ApprovalView decide(Caller caller, DecideApproval decision) {
        return run(caller, decision.plan(), "Decide about an approval", decision);
    }

    /** Takes back what the caller has asked for or decided. */
    public ApprovalView withdraw(Caller caller, UUID plan) {
        return run(caller, plan, "Take back an approval", new WithdrawApproval(plan));
    }

    private ApprovalView run(Caller caller, UUID plan, String summary, Operation operation) {
        gateway.run(caller, new PlanDraft(summary, List.of(Step.of("s1", operation)), null, null));
        return queries.find(caller, plan);
    }
}
