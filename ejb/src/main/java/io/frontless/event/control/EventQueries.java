package io.frontless.event.control;

import io.frontless.event.entity.EventBounds;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.RowMeter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
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
        return page(caller, filter).events();
    }

    /** The same, and where the next page begins. From which address something came is only for those who decide about people to ask. */
    public EventSlice page(Caller caller, EventFilter filter) {
        caller.require(Permission.READ);
        if (filter.detail().source() != null) {
            caller.require(Permission.MANAGE_ROLES, null);
        }
        EventSlice page = asksForHidden(caller, filter) ? new EventSlice(List.of(), null) : search(caller, filter);
        meter.count(caller, page.events().size());
        return page;
    }

    /** One event more than the page holds tells whether there is another page. */
    private EventSlice search(Caller caller, EventFilter filter) {
        List<EventView> found = new ArrayList<>();
        EventBounds bounds = filter.bounds();
        Long next = null;
        int page = filter.limit() + 1;
        for (int scanned = 0; found.size() <= filter.limit() && scanned < Limits.EVENTS_SCANNED_MAX; ) {
            List<EventView> some = events.latest(caller.workspaceId(), bounds, page);
            visibility
                    .visible(caller, some.stream().filter(filter::isOfField).toList())
                    .forEach(found::add);
            if (some.size() < page) {
                next = null;
                break;
            }
            next = some.get(page - 1).seq();
            bounds = bounds.before(next);
            scanned += page;
            page = Limits.BATCH_STEPS;
        }
        if (found.size() <= filter.limit()) {
            return new EventSlice(found, next);
        }
        List<EventView> shown = found.subList(0, filter.limit());
        return new EventSlice(shown, shown.get(filter.limit() - 1).seq());
    }

    /** Who has done what the caller may see, by name. Of those whose last events are all hidden nothing is known. */
    public List<Actor> actors(Caller caller) {
        caller.require(Permission.READ);
        return events.lastOfActors(caller.workspaceId()).stream()
                .filter(last -> !visibility.visible(caller, last).isEmpty())
                .map(last -> last.get(0).actor())
                .sorted(Comparator.comparing(Actor::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
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
