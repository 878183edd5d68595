package io.frontless.engine.control;

import io.frontless.event.control.EventReader;
import io.frontless.event.control.EventView;
import io.frontless.event.entity.EventBounds;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.Operations;
import io.frontless.operation.Reversal;
import io.frontless.operation.UndoTarget;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the events that a target stands for: those that still stand, the latest first. */
@Dependent
public class UndoSelection {

    private final EventReader events;

    @Inject
    public UndoSelection(EventReader events) {
        this.events = events;
    }

    /** An event by what an undo has to keep of thousands of them. */
    record Selected(long seq, UUID eventId) {}

    /** The events; NOT_FOUND where there never were any, CONFLICT where all were taken back already. */
    List<Selected> select(UUID workspaceId, UndoTarget target) {
        if (target instanceof UndoTarget.Event one) {
            EventView event = events.event(workspaceId, one.eventId())
                    .orElseThrow(() -> Rejection.notFound("event", one.eventId()));
            requireStanding("event", event.standing());
            return List.of(new Selected(event.seq(), event.eventId()));
        }
        List<EventView> all = new ArrayList<>();
        List<Selected> selected = standing(workspaceId, bounds(workspaceId, target), all);
        if (all.isEmpty()) {
            throw nothing();
        }
        requireStanding("target", !selected.isEmpty());
        return selected;
    }

    static Rejection nothing() {
        return Rejection.of(
                Reason.NOT_FOUND, "target", "something that was done in this workspace", "nothing that was");
    }

    private static void requireStanding(String what, boolean standing) {
        if (!standing) {
            throw Rejection.conflict(what, "one that still stands", "one that was undone already");
        }
    }

    /** An undo whose own target is among the events cancels out with it; {@code seen} only tells whether there were any. */
    private List<Selected> standing(UUID workspaceId, EventBounds bounds, List<EventView> seen) {
        List<Selected> selected = new ArrayList<>();
        List<UUID> undone = new ArrayList<>();
        Set<UUID> within = new HashSet<>();
        EventBounds page = bounds;
        for (List<EventView> some = page(workspaceId, page); !some.isEmpty(); some = page(workspaceId, page)) {
            for (EventView event : some) {
                within.add(event.eventId());
                if (event.standing() && Operations.reversalOf(event.action()) != Reversal.NOTHING) {
                    selected.add(new Selected(event.seq(), event.eventId()));
                    undone.add(event.undoes());
                }
            }
            EventView last = some.get(some.size() - 1);
            if (seen.isEmpty()) {
                seen.add(last);
            }
            page = page.before(last.seq());
            requireFew(selected.size());
        }
        List<Selected> remaining = new ArrayList<>();
        for (int index = 0; index < selected.size(); index++) {
            UUID undoes = undone.get(index);
            if (undoes == null || !within.contains(undoes)) {
                remaining.add(selected.get(index));
            }
        }
        return remaining;
    }

    private static void requireFew(int count) {
        if (count > Limits.PLAN_ROWS_MAX) {
            throw Rejection.of(Reason.LIMIT, "target", "at most " + Limits.PLAN_ROWS_MAX + " events at once", "more");
        }
    }

    private List<EventView> page(UUID workspaceId, EventBounds bounds) {
        return events.latest(workspaceId, bounds, Limits.BATCH_STEPS);
    }

    private EventBounds bounds(UUID workspaceId, UndoTarget target) {
        if (target instanceof UndoTarget.Plan plan) {
            return bounds(new EventBounds.Whence(plan.planId(), null, null, null), null, null, null);
        }
        if (target instanceof UndoTarget.PlanStep one) {
            return bounds(new EventBounds.Whence(one.planId(), one.step(), null, null), null, null, null);
        }
        if (target instanceof UndoTarget.Conversation conversation) {
            return bounds(new EventBounds.Whence(null, null, conversation.conversationId(), null), null, null, null);
        }
        if (target instanceof UndoTarget.Window window) {
            return bounds(new EventBounds.Whence(null, null, null, window.actorId()), null, window.from(), window.to());
        }
        UndoTarget.Savepoint savepoint = (UndoTarget.Savepoint) target;
        long mark = mark(workspaceId, savepoint.name());
        return bounds(new EventBounds.Whence(null, null, null, null), mark + 1, null, null);
    }

    private static EventBounds bounds(
            EventBounds.Whence whence, @Nullable Long fromSeq, @Nullable Instant from, @Nullable Instant before) {
        return new EventBounds(
                new EventBounds.What(null, null, null), whence, new EventBounds.When(fromSeq, null, from, before));
    }

    /** The sequence of the latest standing savepoint of this name. */
    private long mark(UUID workspaceId, String name) {
        EventBounds savepoints = new EventBounds(
                new EventBounds.What(null, null, CreateSavepoint.NAME),
                new EventBounds.Whence(null, null, null, null),
                new EventBounds.When(null, null, null, null));
        for (EventView event : events.latest(workspaceId, savepoints, Limits.BATCH_STEPS)) {
            boolean named = event.after() != null && name.equals(event.after().get("savepoint"));
            if (named && event.standing()) {
                return event.seq();
            }
        }
        throw Rejection.notFound("savepoint", name);
    }
}
