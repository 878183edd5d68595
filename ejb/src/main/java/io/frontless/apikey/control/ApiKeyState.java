package io.frontless.apikey.control;

import io.frontless.apikey.entity.ApiKeyRows;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an API key is, in the form that events keep: never its secret, nor anything made of it. */
@Dependent
public class ApiKeyState {

    private final ApiKeyRows rows;

    @Inject
    public ApiKeyState(ApiKeyRows rows) {
        this.rows = rows;
    }

    Present present(EventView event, Execution execution) {
        return rows.find(execution.workspaceId(), keyOf(event))
                .map(row -> new Present(row.revoked() ? null : state(row.terms()), row.version()))
                .orElseGet(Present::nothing);
    }

    /** The key that an event speaks of. */
    static UUID keyOf(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Params("event", Objects.requireNonNull(state)).id("key");
    }

    /** A key's coming or going. */
    static Change change(ApiKeyRows.Terms terms, boolean comes, long version) {
        Map<String, @Nullable Object> state = state(terms);
        return new Change(
                new Change.Subject(null, null, terms.keyId().toString()),
                terms.label(),
                comes ? null : state,
                comes ? state : null,
                version,
                0,
                Map.of());
    }

    private static Map<String, @Nullable Object> state(ApiKeyRows.Terms terms) {
        Long rowsPerDay = terms.rowsPerDay();
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", terms.keyId().toString());
        state.put("label", terms.label());
        state.put("role", terms.role());
        state.put("expiresAt", terms.expiresAt().toString());
        state.put("rowsPerDay", rowsPerDay == null ? null : BigDecimal.valueOf(rowsPerDay));
        return state;
    }
}
