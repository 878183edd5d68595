package io.frontless.event.control;

import io.frontless.event.entity.Events;
import io.frontless.event.entity.StoredEvent;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the log. */
@Stateless
@InWorkspace
public class EventQueries {

    @Inject
    Events events;

    /** The events of the filter, the latest first. */
    public List<EventView> find(Caller caller, EventFilter filter) {
        caller.require(Permission.READ);
        Long before = filter.beforeSeq();
        return views(
                caller,
                events.latest(
                        caller.workspaceId(),
                        attributes(filter),
                        before == null ? Long.MAX_VALUE : before,
                        filter.limit()));
    }

    /** One event; NOT_FOUND where this workspace has none of this id. */
    public EventView event(Caller caller, UUID eventId) {
        caller.require(Permission.READ);
        StoredEvent event =
                events.find(caller.workspaceId(), eventId).orElseThrow(() -> Rejection.notFound("event", eventId));
        return views(caller, List.of(event)).get(0);
    }

    /** All events of a plan, the latest first. */
    public List<EventView> ofPlan(Caller caller, UUID planId) {
        caller.require(Permission.READ);
        return views(
                caller,
                events.latest(
                        caller.workspaceId(), Map.of("planId", planId), Long.MAX_VALUE, Limits.PLAN_OPERATIONS_MAX));
    }

    private List<EventView> views(Caller caller, List<StoredEvent> stored) {
        Standing standing = new Standing(
                events,
                caller.workspaceId(),
                stored.stream().map(StoredEvent::id).toList());
        return stored.stream().map(event -> view(event, standing)).toList();
    }

    private static Map<String, Object> attributes(EventFilter filter) {
        Map<String, Object> attributes = new HashMap<>();
        put(attributes, "entity", filter.entity());
        put(attributes, "recordId", filter.recordId());
        put(attributes, "planId", filter.planId());
        put(attributes, "actorId", filter.actorId());
        put(attributes, "conversationId", filter.conversationId());
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value);
        }
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
