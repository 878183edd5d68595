package io.frontless.engine.control;

import io.frontless.event.control.EventReader;
import io.frontless.event.control.EventView;
import io.frontless.event.entity.EventBounds;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operations;
import io.frontless.operation.Reversal;
import io.frontless.operation.UndoTarget;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what "undo" and "redo" mean when nothing is named, and speaks of an undo in people's words. */
@Stateless
@InWorkspace
public class UndoTargets {

    @Inject
    EventReader events;

    @Inject
    PlanStore plans;

    /**
     * The caller's latest change that still stands, in one conversation or in any: an undo is passed over, so that saying "undo" twice goes two
     * changes back.
     */
    public UndoTarget last(Caller caller, @Nullable UUID conversationId) {
        return latest(caller, conversationId).stream()
                .filter(event -> event.standing() && event.undoes() == null && reversible(event))
                .findFirst()
                .map(UndoTargets::whole)
                .orElseThrow(() -> new Rejection(Reason.NOT_FOUND, "there is nothing of yours left to undo here"));
    }

    /** The caller's latest undo that still stands and was followed by no other change of theirs: taking it back does it again. */
    public UndoTarget lastUndone(Caller caller, @Nullable UUID conversationId) {
        return latest(caller, conversationId).stream()
                .filter(event -> event.standing() && Operations.reversalOf(event.action()) != Reversal.NOTHING)
                .findFirst()
                .filter(event -> event.undoes() != null)
                .map(UndoTargets::whole)
                .orElseThrow(() -> new Rejection(Reason.NOT_FOUND, "there is nothing that you have just undone here"));
    }

    /** What to call the taking back of this target: in the words of the plan that is taken back, as far as they fit. */
    public String summary(Caller caller, UndoTarget target) {
        String words = words(caller, target);
        return words.substring(0, Math.min(words.length(), Limits.TEXT_CHARS_MAX));
    }

    private String words(Caller caller, UndoTarget target) {
        if (target instanceof UndoTarget.Plan plan) {
            return plans.summary(caller, plan.planId())
                    .map(found -> "Undo: " + found.text())
                    .orElse("Undo a plan");
        }
        if (target instanceof UndoTarget.Event one) {
            return events.event(caller.workspaceId(), one.eventId())
                    .map(event -> ofEvent(caller, event))
                    .orElse("Undo an event");
        }
        if (target instanceof UndoTarget.PlanStep one) {
            return words(caller, new UndoTarget.Plan(one.planId())) + ", step " + one.step();
        }
        if (target instanceof UndoTarget.Savepoint savepoint) {
            return "Go back to " + savepoint.name();
        }
        return target instanceof UndoTarget.Window window
                ? "Undo what was done from " + window.from() + " to " + window.to()
                : "Undo what was done in a conversation";
    }

    private String ofEvent(Caller caller, EventView event) {
        UUID planId = event.planId();
        return planId == null
                ? "Undo " + event.action() + ", event " + event.seq()
                : plans.summary(caller, planId)
                        .map(plan -> (plan.changes() > 1 ? "Undo part of: " : "Undo: ") + plan.text())
                        .orElse("Undo " + event.action() + ", event " + event.seq());
    }

    private List<EventView> latest(Caller caller, @Nullable UUID conversationId) {
        EventBounds bounds = new EventBounds(
                new EventBounds.What(null, null, null),
                new EventBounds.Whence(
                        null, null, conversationId, caller.actor().id()),
                new EventBounds.When(null, null, null, null));
        return events.latest(caller.workspaceId(), bounds, Limits.PAGE_ROWS_MAX);
    }

    private static boolean reversible(EventView event) {
        return Operations.reversalOf(event.action()).isUndoable();
    }

    private static UndoTarget whole(EventView event) {
        UUID planId = event.planId();
        return planId == null ? new UndoTarget.Event(event.eventId()) : new UndoTarget.Plan(planId);
    }
}
