package io.frontless.event.control;

import io.frontless.event.entity.Events;
import io.frontless.event.entity.StoredEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads from the log what things were, whole, inside somebody else's transaction, which has entered the workspace. It asks nobody's permission: the few who use it
 * do, of each thing that they show.
 */
@Dependent
public class PastStates {

    private final Events events;

    @Inject
    public PastStates(Events events) {
        this.events = events;
    }

    /** One event that is there. */
    public EventView event(UUID workspaceId, UUID eventId) {
        return EventReader.view(events.find(workspaceId, eventId).orElseThrow(), true);
    }

    /** The state of each of these records at a time, by the event that left it; one that was not there yet, or was deleted, has none. */
    public Map<UUID, EventView> ofRecords(UUID workspaceId, Collection<UUID> recordIds, Instant at) {
        Map<UUID, EventView> states = new HashMap<>();
        for (StoredEvent event : events.lastOfRecords(workspaceId, recordIds, at)) {
            if (event.what().after() != null) {
                states.put(Objects.requireNonNull(event.what().recordId()), EventReader.view(event, true));
            }
        }
        return states;
    }

    /** What was done to an entity itself, its fields and other parts, in the order in which it was; of entities, not of their records. */
    public List<EventView> ofSchema(UUID workspaceId, String entity) {
        return events.ofSchema(workspaceId, entity).stream()
                .map(event -> EventReader.view(event, true))
                .toList();
    }

    /** Events of these actions since a time, the earliest first. */
    public List<EventView> since(UUID workspaceId, Collection<String> actions, Instant since) {
        return events.since(workspaceId, actions, since).stream()
                .map(event -> EventReader.view(event, true))
                .toList();
    }
}
