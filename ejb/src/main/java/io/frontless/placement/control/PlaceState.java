package io.frontless.placement.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.workspace.entity.PlacementRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a workspace lives, in the form that events keep; what both handlers share. */
@Dependent
public class PlaceState {

    private static final String KEY = "place";
    private static final String LABEL = "Database";

    private final PlacementRows rows;

    @Inject
    public PlaceState(PlacementRows rows) {
        this.rows = rows;
    }

    PlacementRows.Place lock(Execution execution) {
        return rows.lock(execution.workspaceId());
    }

    Present present(Execution execution) {
        PlacementRows.Place place = rows.place(execution.workspaceId());
        return new Present(state(place.said(), place.copyOn()), place.version());
    }

    void say(Execution execution, String database, @Nullable String copyOn) {
        rows.say(execution.workspaceId(), database, copyOn);
    }

    /** A change of where it lives, or of where a copy is. */
    static Change change(PlacementRows.Place before, String database, @Nullable String copyOn) {
        return new Change(
                new Change.Subject(null, null, KEY),
                LABEL,
                state(before.said(), before.copyOn()),
                state(database, copyOn),
                before.version() + 1,
                0,
                Map.of());
    }

    private static Map<String, @Nullable Object> state(String database, @Nullable String copyOn) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", KEY);
        state.put("label", LABEL);
        state.put("database", database);
        state.put("copyOn", copyOn);
        return state;
    }
}
