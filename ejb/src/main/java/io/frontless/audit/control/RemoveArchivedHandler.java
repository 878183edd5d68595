package io.frontless.audit.control;

import io.frontless.audit.entity.RetentionRows;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveArchived;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what an archive has taken over; the database then removes it. Archives follow each other without a gap, and what a lifted hold has kept goes later. */
@Dependent
public class RemoveArchivedHandler implements OperationHandler<RemoveArchived> {

    private final RetentionRows rows;
    private final WorkspaceContext context;

    @Inject
    public RemoveArchivedHandler(RetentionRows rows, WorkspaceContext context) {
        this.rows = rows;
        this.context = context;
    }

    @Override
    public Class<RemoveArchived> operation() {
        return RemoveArchived.class;
    }

    @Override
    public Prepared check(RemoveArchived operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        RetentionRows.Row retention = rows.lock(workspaceId);
        boolean next = operation.from() == retention.archivedTo();
        if (!next && operation.to() > retention.archivedTo()) {
            throw Rejection.conflict(
                    "from", "the end of the last archive, " + retention.archivedTo(), operation.from());
        }
        RetentionRows.Present present = rows.present(workspaceId, operation.from(), operation.to());
        long removed = present.removable();
        if (!next && removed == 0) {
            throw Rejection.conflict("from", "positions of which something is to be removed", operation.from());
        }

        Map<String, @Nullable Object> after = new LinkedHashMap<>(operation.params());
        after.put("removed", BigDecimal.valueOf(removed));
        after.put("held", BigDecimal.valueOf(present.held()));
        Change change = new Change(
                new Change.Subject(null, null, "archive"),
                operation.file(),
                null,
                after,
                retention.version(),
                removed,
                Map.of());
        return new Prepared(change, () -> {
            context.enterWorker();
            rows.archived(workspaceId, operation.to());
        });
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
