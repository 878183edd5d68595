package io.frontless.engine.control;

import io.frontless.engine.entity.PlanRows;
import io.frontless.operation.Step;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells what a step of a plan was, for whoever finds its events. */
@Dependent
public class PlanSteps {

    private final PlanRows rows;

    @Inject
    public PlanSteps(PlanRows rows) {
        this.rows = rows;
    }

    /** The operation's name of a step; none where there is no such plan or step. */
    public Optional<String> operationOf(UUID workspaceId, UUID planId, String step) {
        return rows.find(workspaceId, planId).stream()
                .flatMap(plan -> PlanJson.readStored(plan.content().steps()).stream())
                .filter(one -> one.id().equals(step))
                .map(Step::op)
                .findFirst();
    }
}
