package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionRows;
import io.frontless.connection.entity.GrantRows;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a connection is, in the form that events keep: where its tokens are, never what they are. What the handlers share that change one. */
@Dependent
public class ConnectionState {

    private final ConnectionRows rows;
    private final Grants grants;

    @Inject
    public ConnectionState(ConnectionRows rows, Grants grants) {
        this.rows = rows;
        this.grants = grants;
    }

    /** One that is not disconnected, locked, of the version that the step relies on. */
    ConnectionRows.Row lock(Execution execution, UUID connection) {
        ConnectionRows.Row row = rows.lock(execution.workspaceId(), connection)
                .filter(found -> !found.disconnected())
                .orElseThrow(() -> Rejection.notFound("connection", connection));
        execution.requireVersion("connection", row.version());
        return row;
    }

    /** A grant that no connection has taken yet, locked. */
    GrantRows.Row lockFree(UUID workspaceId, UUID grant) {
        GrantRows.Row row = grants.lock(workspaceId, grant).orElseThrow(() -> Rejection.notFound("grant", grant));
        if (rows.using(workspaceId, grant).isPresent()) {
            throw Rejection.conflict("grant", "one that no connection has", grant);
        }
        return row;
    }

    Present present(EventView event, Execution execution) {
        return rows.find(execution.workspaceId(), connectionOf(event))
                .map(row -> new Present(row.disconnected() ? null : state(row), row.version()))
                .orElseGet(Present::nothing);
    }

    /** The connection that an event speaks of. */
    static UUID connectionOf(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Params("event", Objects.requireNonNull(state)).id("key");
    }

    /** The refusal to take back what gave tokens back: they are worth nothing any more. */
    static Rejection lasting(EventView event) {
        return Rejection.conflict("event", "one that can be taken back", event.action());
    }

    /** A connection's change; null where it is not connected before or after. */
    static Change change(ConnectionRows.@Nullable Row before, ConnectionRows.@Nullable Row after, long version) {
        ConnectionRows.Row any = Objects.requireNonNull(after == null ? before : after);
        return new Change(
                new Change.Subject(null, null, any.connectionId().toString()),
                any.label(),
                before == null ? null : state(before),
                after == null ? null : state(after),
                version,
                0,
                Map.of());
    }

    /** The same connection with another grant, or none. */
    static ConnectionRows.Row with(ConnectionRows.Row row, @Nullable UUID grant) {
        return new ConnectionRows.Row(
                row.connectionId(), row.providerId(), row.level(), row.label(), grant, row.version(), false);
    }

    private static Map<String, @Nullable Object> state(ConnectionRows.Row row) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", row.connectionId().toString());
        state.put("label", row.label());
        state.put("provider", row.providerId().toString());
        state.put("level", BigDecimal.valueOf(row.level()));
        state.put("grant", Objects.toString(row.secretId(), null));
        return state;
    }
}
