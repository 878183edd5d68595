package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.operation.Step;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the steps of a plan change, as the workspace has it now. */
record Changed(PlanningRequest request) {

    /** The table of a step's record, where the step has one and the person may see it. */
    Optional<EntityView> entity(Step step) {
        return request.schema().entity(String.valueOf(step.params().get("entity")));
    }

    /** A step's record; none where it is made by the same plan or where there is none. */
    Optional<RecordView> record(Step step) {
        return entity(step).flatMap(entity -> record(entity.key(), step.params().get("id")));
    }

    /** The record of an id that a step or a value has. */
    Optional<RecordView> record(String entity, @Nullable Object id) {
        return id instanceof String known && !known.startsWith("$")
                ? request.records().withId(entity, known)
                : Optional.empty();
    }
}
