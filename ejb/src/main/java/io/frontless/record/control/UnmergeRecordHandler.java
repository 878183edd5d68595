package io.frontless.record.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.CompositeHandler;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.PlanSteps;
import io.frontless.kernel.Rejection;
import io.frontless.operation.MergeRecords;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget.PlanStep;
import io.frontless.operation.UnmergeRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes a merging back: all that its step did, found by the event that deleted the merged record. */
@Dependent
public class UnmergeRecordHandler implements CompositeHandler<UnmergeRecord> {

    private final PlanSteps steps;

    @Inject
    public UnmergeRecordHandler(PlanSteps steps) {
        this.steps = steps;
    }

    @Override
    public Class<UnmergeRecord> operation() {
        return UnmergeRecord.class;
    }

    @Override
    public Children children(UnmergeRecord operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        PlanStep merging = steps.deletionOf(workspaceId, operation.entity(), operation.id())
                .filter(step -> steps.was(workspaceId, step, MergeRecords.NAME))
                .orElseThrow(() -> Rejection.conflict("record", "one that was merged into another", operation.id()));
        return Children.of(Undo.of(merging));
    }
}
