package io.frontless.event.control;

import io.frontless.event.entity.EventBounds;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.RowMeter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the log, as much of it as the caller may see. */
@Stateless
@InWorkspace
public class EventQueries {

    @Inject
    EventReader events;

    @Inject
    EventVisibility visibility;

    @Inject
    RowMeter meter;

    /** The events of the filter, the latest first. */
    public List<EventView> find(Caller caller, EventFilter filter) {
        caller.require(Permission.READ);
        requireFieldOfEntity(filter);
        if (asksForHidden(caller, filter)) {
            return List.of();
        }
        List<EventView> found = new ArrayList<>();
        EventBounds bounds = filter.bounds();
        int page = filter.limit();
        for (int scanned = 0; found.size() < filter.limit() && scanned < Limits.EVENTS_SCANNED_MAX; ) {
            List<EventView> some = events.latest(caller.workspaceId(), bounds, page);
            found.addAll(visibility.visible(caller, some));
            if (some.size() < page) {
                break;
            }
            bounds = bounds.before(some.get(page - 1).seq());
            scanned += page;
            page = Limits.BATCH_STEPS;
        }
        List<EventView> shown = List.copyOf(found.subList(0, Math.min(found.size(), filter.limit())));
        meter.count(caller, shown.size());
        return shown;
    }

    private static void requireFieldOfEntity(EventFilter filter) {
        if (filter.detail().field() != null && filter.entity() == null) {
            throw Rejection.invalid("entity", "the entity whose field it is", "none");
        }
    }

    /** That a field has changed is told to nobody for whom it does not exist. */
    private static boolean asksForHidden(Caller caller, EventFilter filter) {
        String entity = filter.entity();
        String field = filter.detail().field();
        return entity != null && field != null && caller.access().hidden(entity).contains(field);
    }

    /** One event; NOT_FOUND where this workspace has none of this id that the caller may see. */
    public EventView event(Caller caller, UUID eventId) {
        caller.require(Permission.READ);
        meter.count(caller, 1);
        return events.event(caller.workspaceId(), eventId).stream()
                .flatMap(event -> visibility.visible(caller, List.of(event)).stream())
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("event", eventId));
    }

    /** The events of a plan that the caller may see, the latest first, as many as a plan from outside has. */
    public List<EventView> ofPlan(Caller caller, UUID planId) {
        caller.require(Permission.READ);
        return visibility.visible(
                caller,
                events.latest(caller.workspaceId(), EventFilter.ofPlan(planId).bounds(), Limits.PLAN_OPERATIONS_MAX));
    }
}
