package io.frontless.engine.control;

import io.frontless.engine.entity.PlanRows;
import io.frontless.event.control.EventReader;
import io.frontless.event.control.EventView;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Step;
import io.frontless.operation.UndoTarget.PlanStep;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells which step of which plan did something. */
@Dependent
public class PlanSteps {

    private final PlanRows plans;
    private final EventReader events;

    @Inject
    public PlanSteps(PlanRows plans, EventReader events) {
        this.plans = plans;
        this.events = events;
    }

    /** The step of a plan by which a record is deleted; none where it is not deleted, or not by a plan. */
    public Optional<PlanStep> deletionOf(UUID workspaceId, String entity, UUID recordId) {
        return events.ofRecords(workspaceId, List.of(recordId), 0).stream()
                .filter(event -> event.action().equals(DeleteRecord.NAME) && event.standing())
                .filter(event -> entity.equals(event.entity()))
                .findFirst()
                .flatMap(PlanSteps::step);
    }

    /** Whether a step of a plan was this operation. */
    public boolean was(UUID workspaceId, PlanStep step, String operation) {
        return plans.find(workspaceId, step.planId()).stream()
                .flatMap(plan -> PlanJson.readStored(plan.content().steps()).stream())
                .filter(one -> one.id().equals(step.step()))
                .map(Step::op)
                .anyMatch(operation::equals);
    }

    private static Optional<PlanStep> step(EventView event) {
        UUID planId = event.planId();
        String step = event.step();
        return planId == null || step == null ? Optional.empty() : Optional.of(new PlanStep(planId, step));
    }
}
