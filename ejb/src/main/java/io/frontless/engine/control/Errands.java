package io.frontless.engine.control;

import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Has done what another system asks for, or a person has agreed to there, through the one door: a plan, previewed and then executed as it was previewed. No person
 * looks at it; whoever connected that system has said that it is to be so.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Errands {

    @Inject
    CommandGateway gateway;

    /** All of the operations or none; a refusal is theirs. */
    public PlanView run(Caller caller, String summary, List<Operation> operations) {
        List<Step> steps = new ArrayList<>();
        for (Operation operation : operations) {
            steps.add(Step.of("s" + (steps.size() + 1), operation));
        }
        return runSteps(caller, summary, steps);
    }

    /** The same, of steps that may rely on versions. */
    public PlanView runSteps(Caller caller, String summary, List<Step> steps) {
        PlanView plan = gateway.propose(caller, new PlanDraft(summary, steps, null, null));
        return gateway.execute(caller, plan.planId(), new Confirmation(plan.rows(), plan.hash()));
    }
}
