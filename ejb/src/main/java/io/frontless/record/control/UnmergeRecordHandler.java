package io.frontless.record.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.CompositeHandler;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.PlanSteps;
import io.frontless.event.control.EventReader;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.MergeRecords;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UnmergeRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Takes a merging back: all that its step did, found by the event that deleted the merged record. */
@Dependent
public class UnmergeRecordHandler implements CompositeHandler<UnmergeRecord> {

    private final EventReader events;
    private final PlanSteps plans;

    @Inject
    public UnmergeRecordHandler(EventReader events, PlanSteps plans) {
        this.events = events;
        this.plans = plans;
    }

    @Override
    public Class<UnmergeRecord> operation() {
        return UnmergeRecord.class;
    }

    @Override
    public Children children(UnmergeRecord operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EventView deletion = events.ofRecords(workspaceId, List.of(operation.id()), 0).stream()
                .filter(event -> event.action().equals(DeleteRecord.NAME) && event.standing())
                .filter(event -> operation.entity().equals(event.entity()))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("record", operation.id()));
        UUID planId = deletion.planId();
        String step = deletion.step();
        if (planId == null || step == null || !isMerge(workspaceId, planId, step)) {
            throw Rejection.conflict(
                    "record", "one that was merged into another", operation.id() + ", which was deleted");
        }
        return Children.of(Undo.of(new UndoTarget.PlanStep(planId, step)));
    }

    private boolean isMerge(UUID workspaceId, UUID planId, String step) {
        return plans.operationOf(workspaceId, planId, step)
                .filter(MergeRecords.NAME::equals)
                .isPresent();
    }
}
