package io.frontless.event.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads the log. */
@Stateless
@InWorkspace
public class EventQueries {

    @Inject
    EventReader events;

    /** The events of the filter, the latest first. */
    public List<EventView> find(Caller caller, EventFilter filter) {
        caller.require(Permission.READ);
        return events.latest(caller.workspaceId(), filter.bounds(), filter.limit());
    }

    /** One event; NOT_FOUND where this workspace has none of this id. */
    public EventView event(Caller caller, UUID eventId) {
        caller.require(Permission.READ);
        return events.event(caller.workspaceId(), eventId).orElseThrow(() -> Rejection.notFound("event", eventId));
    }

    /** The events of a plan, the latest first, as many as a plan from outside has. */
    public List<EventView> ofPlan(Caller caller, UUID planId) {
        caller.require(Permission.READ);
        return events.latest(caller.workspaceId(), EventFilter.ofPlan(planId).bounds(), Limits.PLAN_OPERATIONS_MAX);
    }
}
