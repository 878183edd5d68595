package io.frontless.audit.control;

import io.frontless.audit.entity.HoldRows;
import io.frontless.audit.entity.RedactionRows;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.RedactEvents;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Redacts what the log tells of a record. What is held stays, and so does what the record itself still says: the next change would write it down again. */
@Dependent
public class RedactEventsHandler implements OperationHandler<RedactEvents> {

    private final RedactionRows rows;
    private final HoldRows holds;
    private final WorkspaceContext context;

    @Inject
    public RedactEventsHandler(RedactionRows rows, HoldRows holds, WorkspaceContext context) {
        this.rows = rows;
        this.holds = holds;
        this.context = context;
    }

    @Override
    public Class<RedactEvents> operation() {
        return RedactEvents.class;
    }

    @Override
    public Prepared check(RedactEvents operation, Execution execution) {
        Owners.require(execution, "redacts what the log tells");
        UUID workspaceId = execution.workspaceId();
        UUID record = operation.record();
        List<String> fields = operation.fields();
        if (!rows.lock(workspaceId, operation.entity(), record)) {
            throw Rejection.notFound("record", record);
        }
        holds.over(workspaceId, operation.entity(), record).ifPresent(hold -> {
            throw Rejection.conflict("record", "one that no legal hold keeps as it is", hold);
        });
        List<String> present = rows.stillThere(workspaceId, record, fields);
        if (!present.isEmpty()) {
            throw Rejection.conflict("fields", "fields that the record has no value in any more", present);
        }
        long events = rows.events(workspaceId, operation.entity(), record, fields);
        if (events == 0) {
            throw Rejection.conflict("fields", "fields that the log tells a value of", fields);
        }

        Change change = new Change(
                Change.Subject.record(operation.entity(), record),
                events + " events of record " + record,
                null,
                Map.of("fields", fields, "reason", operation.reason()),
                1,
                events,
                Map.of());
        // The database redacts as the event tells it, and takes that from nobody else.
        return new Prepared(change, context::enterWorker);
    }

    @Override
    public Operation inverse(EventView event) {
        throw Rejection.conflict("event", "one that can be taken back", event.action());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return Present.nothing();
    }
}
