package io.frontless.event.control;

import io.frontless.event.entity.OutboxRows;
import io.frontless.kernel.Json;
import io.frontless.workspace.control.Places;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Effects that happen after the commit, if and only if it happens: written in the transaction, delivered by a worker. */
@Dependent
public class Outbox {

    private final OutboxRows rows;
    private final WorkspaceContext context;
    private final Places places;

    @Inject
    public Outbox(OutboxRows rows, WorkspaceContext context, Places places) {
        this.rows = rows;
        this.context = context;
        this.places = places;
    }

    /** An effect that is due. */
    public record Due(long id, Map<String, @Nullable Object> payload, int attempts) {}

    /** Promises an effect. */
    public void promise(String kind, Map<String, @Nullable Object> payload) {
        rows.add(kind, Json.write(payload));
    }

    /** Promises an effect at a time, or as soon after it as may be. */
    public void promise(String kind, Map<String, @Nullable Object> payload, Instant due) {
        rows.add(kind, Json.write(payload), due);
    }

    /** The databases in which effects are promised: each has its own, for a promise commits with its change. */
    public List<String> databases() {
        return places.databases();
    }

    /** Takes due effects of a kind that were promised in a database for this transaction, which works there and nowhere else. */
    public List<Due> due(String database, String kind, int limit) {
        context.workOn(database);
        context.enterWorker();
        return rows.lockDue(kind, limit).stream()
                .map(due -> new Due(due.id(), Json.readObject(due.payload()), due.attempts()))
                .toList();
    }

    /** Notes that the effect happened. */
    public void delivered(Due due) {
        rows.delivered(due.id());
    }

    /** Notes that it failed, to be tried again after twice as long as before, an hour at most. */
    public void failed(Due due) {
        rows.failed(due.id(), Math.min(3600L, 5L << Math.min(due.attempts(), 10)));
    }
}
