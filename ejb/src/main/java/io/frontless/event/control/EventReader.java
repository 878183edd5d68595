package io.frontless.event.control;

import io.frontless.event.entity.EventBounds;
import io.frontless.event.entity.Events;
import io.frontless.event.entity.StoredEvent;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log as it is, whole, inside somebody else's transaction, which has entered the workspace. It asks nobody's permission: what people
 * read comes from {@link EventQueries}; an undo, whose steps are authorized one by one, needs the whole states.
 */
@Dependent
public class EventReader {

    private final Events events;

    @Inject
    public EventReader(Events events) {
        this.events = events;
    }

    /** Events that meet the bounds, the latest first. */
    public List<EventView> latest(UUID workspaceId, EventBounds bounds, int limit) {
        return views(workspaceId, events.latest(workspaceId, bounds, limit));
    }

    /** One event. */
    public Optional<EventView> event(UUID workspaceId, UUID eventId) {
        return views(workspaceId, events.findAll(workspaceId, List.of(eventId))).stream()
                .findFirst();
    }

    /** Those of the ids that exist, the latest first. */
    public List<EventView> all(UUID workspaceId, Collection<UUID> eventIds) {
        return views(workspaceId, events.findAll(workspaceId, eventIds));
    }

    /** The events of these records after a sequence, the latest first. */
    public List<EventView> ofRecords(UUID workspaceId, Collection<UUID> recordIds, long afterSeq) {
        return views(workspaceId, events.ofRecords(workspaceId, recordIds, afterSeq));
    }

    /** The events about these entities, their fields and records after a sequence, the latest first. */
    public List<EventView> ofEntities(UUID workspaceId, Collection<String> entities, long afterSeq) {
        return views(workspaceId, events.ofEntities(workspaceId, entities, afterSeq));
    }

    /** The last events of each who has ever acted; of {@value Events#ACTORS_MAX} at most, and as many of each as tell enough of them. */
    List<List<EventView>> lastOfActors(UUID workspaceId) {
        Map<UUID, List<EventView>> byActor = new LinkedHashMap<>();
        for (StoredEvent event : events.lastOfActors(workspaceId)) {
            byActor.computeIfAbsent(event.by().id(), id -> new ArrayList<>()).add(view(event, true));
        }
        return List.copyOf(byActor.values());
    }

    private List<EventView> views(UUID workspaceId, List<StoredEvent> stored) {
        Standing standing = new Standing(
                events, workspaceId, stored.stream().map(StoredEvent::id).toList());
        return stored.stream()
                .map(event -> view(event, standing.stands(event.id())))
                .toList();
    }

    static EventView view(StoredEvent event, boolean standing) {
        StoredEvent.By by = event.by();
        StoredEvent.What what = event.what();
        StoredEvent.Cause cause = event.cause();
        Set<String> redacted = what.redacted() == null
                ? Set.of()
                : Json.readObject(what.redacted()).keySet();
        return new EventView(
                event.workspaceId(),
                event.id(),
                event.seq(),
                actor(by),
                what.action(),
                what.entity(),
                what.recordId(),
                Redacted.marked(state(what.before()), "before/", redacted),
                Redacted.marked(state(what.after()), "after/", redacted),
                event.occurredAt(),
                what.version(),
                cause.planId(),
                cause.step(),
                cause.conversationId(),
                cause.undoes(),
                by.source(),
                standing);
    }

    private static Actor actor(StoredEvent.By by) {
        UUID behalfId = by.behalfId();
        String behalfName = by.behalfName();
        Actor actor = new Actor(Actor.Kind.valueOf(by.kind()), by.id(), by.name());
        return behalfId == null || behalfName == null
                ? actor
                : actor.actingFor(new Actor.Principal(behalfId, behalfName));
    }

    private static @Nullable Map<String, @Nullable Object> state(@Nullable String json) {
        return json == null ? null : Json.readObject(json);
    }
}
