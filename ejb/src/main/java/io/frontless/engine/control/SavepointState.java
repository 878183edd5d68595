package io.frontless.engine.control;

import io.frontless.engine.entity.Savepoints;
import io.frontless.engine.entity.Savepoints.Stored;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a savepoint is, in the form that events keep; what the two savepoint handlers share. */
@Dependent
public class SavepointState {

    private final Savepoints savepoints;

    @Inject
    public SavepointState(Savepoints savepoints) {
        this.savepoints = savepoints;
    }

    /** The change that sets or removes a mark; refused where it is as it would be. */
    Change change(Execution execution, String name, boolean toBeThere) {
        Optional<Stored> stored = savepoints.lock(execution.workspaceId(), name);
        boolean there = stored.map(Stored::there).orElse(false);
        if (there && toBeThere) {
            throw Rejection.conflict("savepoint", "a name that no savepoint has", name);
        }
        if (!there && !toBeThere) {
            throw Rejection.notFound("savepoint", name);
        }
        long version = stored.map(Stored::version).orElse(0L);
        stored.ifPresent(present -> execution.requireVersion("savepoint", version));
        return new Change(
                new Change.Subject(null, null, name),
                name,
                toBeThere ? null : state(name),
                toBeThere ? state(name) : null,
                version + 1,
                0,
                Map.of());
    }

    Present present(EventView event, Execution execution) {
        String name = name(event);
        return savepoints
                .lock(execution.workspaceId(), name)
                .map(stored -> new Present(stored.there() ? state(name) : null, stored.version()))
                .orElseGet(Present::nothing);
    }

    static String name(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Params("event", Objects.requireNonNull(state)).text("savepoint");
    }

    private static Map<String, @Nullable Object> state(String name) {
        return Map.of("key", name, "savepoint", name);
    }
}
