package io.frontless.event.control;

import io.frontless.event.entity.Events;
import io.frontless.event.entity.StoredEvent;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Json;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Origins;
import io.frontless.workspace.control.TransactionMemory;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends to the log, in the transaction of the change that the event tells of. Only the engine uses it. */
@Dependent
public class EventLog {

    private final Events events;
    private final Ids ids;
    private final TransactionMemory memory;
    private final FreshEvents fresh;
    private final Origins origins;

    @Inject
    public EventLog(Events events, Ids ids, TransactionMemory memory, FreshEvents fresh, Origins origins) {
        this.events = events;
        this.ids = ids;
        this.memory = memory;
        this.fresh = fresh;
        this.origins = origins;
    }

    /** The events of this transaction that are not written yet. */
    private static final class Unwritten {
        private final List<Events.Row> rows = new ArrayList<>();
        private boolean announced;
    }

    /** What was done; before and after are the full states. */
    public record Fact(
            String action,
            @Nullable String entity,
            @Nullable UUID recordId,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long version) {}

    /** In the course of which plan, which step of it and which conversation, and what it takes back. */
    public record Cause(
            @Nullable UUID planId,
            @Nullable String step,
            @Nullable UUID conversationId,
            @Nullable UUID undoes) {}

    /** Appends one event and answers its id; it is written with others by {@link #writeTo}. */
    public UUID append(Caller caller, Fact fact, Cause cause) {
        UUID eventId = ids.get();
        unwritten()
                .rows
                .add(new Events.Row(
                        eventId,
                        by(caller.actor()),
                        new StoredEvent.What(
                                fact.action(),
                                fact.entity(),
                                fact.recordId(),
                                text(fact.before()),
                                text(fact.after()),
                                fact.version(),
                                null),
                        new StoredEvent.Cause(cause.planId(), cause.step(), cause.conversationId(), cause.undoes())));
        return eventId;
    }

    /** Adds the events appended so far, in their order, to a batch that is about to be sent. */
    public void writeTo(Batch batch, Caller caller) {
        Unwritten unwritten = unwritten();
        if (unwritten.rows.isEmpty()) {
            return;
        }
        events.append(batch, caller.workspaceId(), unwritten.rows);
        unwritten.rows.clear();
        if (!unwritten.announced) {
            unwritten.announced = true;
            memory.afterCommit(() -> fresh.add(caller.workspaceId()));
        }
    }

    private StoredEvent.By by(Actor actor) {
        Actor.Principal behalf = actor.behalf();
        return new StoredEvent.By(
                actor.kind().name(),
                actor.id(),
                actor.name(),
                origins.address(),
                behalf == null ? null : behalf.id(),
                behalf == null ? null : behalf.name());
    }

    private Unwritten unwritten() {
        return memory.get(Unwritten.class, Unwritten::new);
    }

    private static @Nullable String text(@Nullable Map<String, @Nullable Object> state) {
        return state == null ? null : Json.write(state);
    }
}
