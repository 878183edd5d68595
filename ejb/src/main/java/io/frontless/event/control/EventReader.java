package io.frontless.event.control;

import io.frontless.event.entity.Events;
import io.frontless.event.entity.StoredEvent;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads events whole, whoever may see them; inside somebody else's transaction. For taking back what was done, which asks for today's rights
 * by itself; whatever is shown to anybody comes from {@link EventQueries}.
 */
@Dependent
public class EventReader {

    private final Events events;

    @Inject
    public EventReader(Events events) {
        this.events = events;
    }

    /** Those of these events that exist, in the order of the ids. */
    public List<EventView> whole(UUID workspaceId, Collection<UUID> eventIds) {
        List<StoredEvent> found = new ArrayList<>();
        eventIds.forEach(id -> events.find(workspaceId, id).ifPresent(found::add));
        return views(workspaceId, found);
    }

    List<EventView> views(UUID workspaceId, List<StoredEvent> stored) {
        Standing standing = new Standing(
                events, workspaceId, stored.stream().map(StoredEvent::id).toList());
        return stored.stream().map(event -> view(event, standing)).toList();
    }

    private static EventView view(StoredEvent event, Standing standing) {
        StoredEvent.By by = event.by();
        StoredEvent.What what = event.what();
        StoredEvent.Cause cause = event.cause();
        return new EventView(
                event.workspaceId(),
                event.id(),
                Objects.requireNonNull(event.seq()),
                new Actor(Actor.Kind.valueOf(by.kind()), by.id(), by.name()),
                what.action(),
                what.entity(),
                what.recordId(),
                state(what.before()),
                state(what.after()),
                Objects.requireNonNull(event.occurredAt()),
                what.version(),
                cause.planId(),
                cause.conversationId(),
                cause.undoes(),
                standing.stands(event.id()));
    }

    private static @Nullable Map<String, @Nullable Object> state(@Nullable String json) {
        return json == null ? null : Json.readObject(json);
    }
}
