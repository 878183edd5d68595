package io.frontless.audit.control;

import io.frontless.audit.entity.SinkRows;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.operation.SinkTerms;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an export sink is, in the form that events keep; what the handlers share that change one. */
@Dependent
public class SinkState {

    private final SinkRows rows;

    @Inject
    public SinkState(SinkRows rows) {
        this.rows = rows;
    }

    /** One that is there, locked, of the version that the step relies on. */
    SinkRows.Row lock(Execution execution, UUID sink) {
        SinkRows.Row row = rows.lock(execution.workspaceId(), sink)
                .filter(found -> !found.deleted())
                .orElseThrow(() -> Rejection.notFound("sink", sink));
        execution.requireVersion("sink", row.version());
        return row;
    }

    Present present(EventView event, Execution execution) {
        return rows.find(execution.workspaceId(), sinkOf(event))
                .map(row -> new Present(row.deleted() ? null : state(row.sinkId(), row.terms()), row.version()))
                .orElseGet(Present::nothing);
    }

    /** The sink that an event speaks of. */
    static UUID sinkOf(EventView event) {
        return new Params("event", Objects.requireNonNull(event.after() == null ? event.before() : event.after()))
                .id("key");
    }

    /** The terms that an event tells of. */
    static SinkTerms terms(@Nullable Map<String, @Nullable Object> state) {
        return SinkTerms.ofState(Objects.requireNonNull(state));
    }

    static SinkTerms terms(SinkRows.Terms row) {
        return new SinkTerms(row.label(), SinkTerms.Kind.valueOf(row.kind()), row.target(), row.format(), row.paused());
    }

    static SinkRows.Terms row(SinkTerms terms) {
        return new SinkRows.Terms(terms.label(), terms.kind().name(), terms.target(), terms.format(), terms.paused());
    }

    /** A sink's change; null where it is not there before or after. */
    static Change change(UUID sink, SinkRows.@Nullable Terms before, SinkRows.@Nullable Terms after, long version) {
        return new Change(
                new Change.Subject(null, null, sink.toString()),
                Objects.requireNonNull(after == null ? before : after).label(),
                before == null ? null : state(sink, before),
                after == null ? null : state(sink, after),
                version,
                0,
                Map.of());
    }

    private static Map<String, @Nullable Object> state(UUID sink, SinkRows.Terms terms) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", sink.toString());
        state.putAll(terms(terms).params());
        return state;
    }
}
