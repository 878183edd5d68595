package io.frontless.event.control;

import io.frontless.event.entity.Events;
import io.frontless.event.entity.StoredEvent;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the log, as much of it as the caller may see. */
@Stateless
@InWorkspace
public class EventQueries {

    @Inject
    Events events;

    @Inject
    EventReader reader;

    @Inject
    EventVisibility visibility;

    /** The events of the filter, the latest first. */
    public List<EventView> find(Caller caller, EventFilter filter) {
        caller.require(Permission.READ);
        Map<String, Object> attributes = attributes(filter);
        List<EventView> found = new ArrayList<>();
        long before = Objects.requireNonNullElse(filter.beforeSeq(), Long.MAX_VALUE);
        int page = filter.limit();
        for (int scanned = 0; found.size() < filter.limit() && scanned < Limits.EVENTS_SCANNED_MAX; ) {
            List<StoredEvent> some = events.latest(caller.workspaceId(), attributes, before, page);
            found.addAll(visible(caller, some));
            if (some.size() < page) {
                break;
            }
            before = Objects.requireNonNull(some.get(page - 1).seq());
            scanned += page;
            page = Limits.BATCH_STEPS;
        }
        return List.copyOf(found.subList(0, Math.min(found.size(), filter.limit())));
    }

    /** One event; NOT_FOUND where this workspace has none of this id that the caller may see. */
    public EventView event(Caller caller, UUID eventId) {
        caller.require(Permission.READ);
        StoredEvent event =
                events.find(caller.workspaceId(), eventId).orElseThrow(() -> Rejection.notFound("event", eventId));
        return visible(caller, List.of(event)).stream()
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("event", eventId));
    }

    /** All events of a plan that the caller may see, the latest first. */
    public List<EventView> ofPlan(Caller caller, UUID planId) {
        caller.require(Permission.READ);
        return visible(
                caller,
                events.latest(
                        caller.workspaceId(), Map.of("planId", planId), Long.MAX_VALUE, Limits.PLAN_OPERATIONS_MAX));
    }

    /** Whether there is nothing of a plan that the caller may not see. */
    public boolean seesAllOf(Caller caller, UUID planId) {
        List<StoredEvent> all = events.latest(
                caller.workspaceId(), Map.of("planId", planId), Long.MAX_VALUE, Limits.PLAN_OPERATIONS_MAX);
        return visible(caller, all).size() == all.size();
    }

    private List<EventView> visible(Caller caller, List<StoredEvent> stored) {
        return visibility.visible(caller, reader.views(caller.workspaceId(), stored));
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
}
