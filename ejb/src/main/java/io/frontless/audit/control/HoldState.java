package io.frontless.audit.control;

import io.frontless.audit.entity.HoldRows;
import io.frontless.audit.entity.RetentionRows;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a legal hold is, in the form that events keep; what the handlers share that change one. */
@Dependent
public class HoldState {

    private final HoldRows rows;
    private final RetentionRows retention;

    @Inject
    public HoldState(HoldRows rows, RetentionRows retention) {
        this.rows = rows;
        this.retention = retention;
    }

    /** Waits for a removal that goes on, and keeps others waiting: what a removal has counted is what it removes. */
    void lockRemovals(UUID workspaceId) {
        retention.lock(workspaceId);
    }

    /** One that is in force, locked, of the version that the step relies on. */
    HoldRows.Row lock(Execution execution, UUID hold) {
        lockRemovals(execution.workspaceId());
        HoldRows.Row row = rows.lock(execution.workspaceId(), hold)
                .filter(found -> !found.lifted())
                .orElseThrow(() -> Rejection.notFound("hold", hold));
        execution.requireVersion("hold", row.version());
        return row;
    }

    Present present(EventView event, Execution execution) {
        return rows.find(execution.workspaceId(), holdOf(event))
                .map(row -> new Present(row.lifted() ? null : state(row.holdId(), row.terms()), row.version()))
                .orElseGet(Present::nothing);
    }

    /** The hold that an event speaks of. */
    static UUID holdOf(EventView event) {
        return new Params("event", Objects.requireNonNull(event.after() == null ? event.before() : event.after()))
                .id("key");
    }

    /** A hold's change; it is in force before or after, and not both. */
    static Change change(UUID hold, HoldRows.Terms terms, boolean placed, long version) {
        Map<String, @Nullable Object> state = state(hold, terms);
        return new Change(
                new Change.Subject(null, null, hold.toString()),
                terms.label(),
                placed ? null : state,
                placed ? state : null,
                version,
                0,
                Map.of());
    }

    private static Map<String, @Nullable Object> state(UUID hold, HoldRows.Terms terms) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", hold.toString());
        state.put("label", terms.label());
        state.put("reason", terms.reason());
        state.put("entity", terms.entity());
        state.put("record", Objects.toString(terms.recordId(), null));
        return state;
    }
}
