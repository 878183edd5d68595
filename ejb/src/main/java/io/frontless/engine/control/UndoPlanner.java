package io.frontless.engine.control;

import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventReader;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Operations;
import io.frontless.operation.Reversal;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans the taking back of events: their inverses in reverse order. A later edit is never overwritten: where the thing is not as the event
 * left it, the undo is refused and says where.
 */
@Stateless
@InWorkspace
public class UndoPlanner {

    @Inject
    EventQueries events;

    @Inject
    EventReader reader;

    @Inject
    PlanStore plans;

    @Inject
    HandlerRegistry registry;

    @Inject
    Clock clock;

    /** Steps that take something back, with a summary for people. */
    public record Undo(String summary, List<Step> steps) {}

    /** Plans an undo: NOT_FOUND where there is nothing to undo, CONFLICT where it was undone or something changed since. */
    public Undo plan(Caller caller, UndoTarget target) {
        List<EventView> taken = reader.whole(
                caller.workspaceId(),
                events(caller, target).stream().map(EventView::eventId).toList());
        taken.forEach(event -> requireKnown(caller, event));
        List<Step> steps = new ArrayList<>();
        UndoState state = new UndoState(registry, Execution.plain(caller, clock.instant()));
        for (EventView event : taken) {
            Operation inverse = inverse(event);
            Long version = state.require(event);
            Step step = Step.of("u" + (steps.size() + 1), inverse).undoing(event.eventId());
            steps.add(version == null ? step : step.expecting(version));
        }
        return new Undo(summary(caller, taken), steps);
    }

    private List<EventView> events(Caller caller, UndoTarget target) {
        if (target instanceof UndoTarget.Event one) {
            return List.of(requireStanding(events.event(caller, one.eventId())));
        }
        if (target instanceof UndoTarget.Plan plan) {
            return ofPlan(caller, plan.planId());
        }
        return last(caller, ((UndoTarget.Last) target).conversationId());
    }

    private List<EventView> ofPlan(Caller caller, UUID planId) {
        List<EventView> all = events.ofPlan(caller, planId);
        if (all.isEmpty()) {
            throw Rejection.of(Reason.NOT_FOUND, "plan", "one that was executed in this workspace", planId.toString());
        }
        if (!events.seesAllOf(caller, planId)) {
            throw new Rejection(Reason.DENIED, "your role in this workspace does not allow to take all of this back");
        }
        List<EventView> standing = all.stream().filter(EventView::standing).toList();
        if (standing.isEmpty()) {
            throw Rejection.conflict("plan", "one that still stands", "one that was undone already");
        }
        return standing;
    }

    /** Looks through the caller's latest events: an undo is passed over, so that saying "undo" twice goes two changes back. */
    private List<EventView> last(Caller caller, @Nullable UUID conversationId) {
        EventFilter filter = EventFilter.by(caller.actor().id(), conversationId, Limits.PAGE_ROWS_MAX);
        for (EventView event : events.find(caller, filter)) {
            boolean reversible = Reversal.NONE != reversal(event);
            if (event.standing() && event.undoes() == null && reversible) {
                UUID planId = event.planId();
                return planId == null ? List.of(event) : ofPlan(caller, planId);
            }
        }
        throw new Rejection(Reason.NOT_FOUND, "there is nothing of yours left to undo here");
    }

    /** What changed a field that does not exist for the caller cannot be taken back by them, nor the field be named. */
    private static void requireKnown(Caller caller, EventView event) {
        Map<String, @Nullable Object> before = event.before();
        Map<String, @Nullable Object> after = event.after();
        if (event.recordId() == null || event.entity() == null || before == null || after == null) {
            return;
        }
        for (String field : caller.access().hidden(event.entity())) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                throw new Rejection(
                        Reason.DENIED, "your role in this workspace does not allow to take all of this back");
            }
        }
    }

    private static EventView requireStanding(EventView event) {
        if (!event.standing()) {
            throw Rejection.conflict("event", "one that still stands", "one that was undone already");
        }
        return event;
    }

    private Operation inverse(EventView event) {
        if (reversal(event) == Reversal.NONE) {
            throw Rejection.conflict("event", "one that can be taken back", event.action());
        }
        return registry.handlerOf(event).inverse(event);
    }

    private static Reversal reversal(EventView event) {
        return Operations.reversalOf(event.action());
    }

    /** Speaks of the plan that is taken back in that plan's own words, as far as they fit. */
    private String summary(Caller caller, List<EventView> taken) {
        EventView latest = taken.get(0);
        UUID planId = latest.planId();
        boolean own = latest.actor().id().equals(caller.actor().id());
        boolean told = own || caller.access().readsEverything();
        Optional<PlanStore.Summary> plan = planId == null || !told ? Optional.empty() : plans.summary(caller, planId);
        String words = plan.map(found -> (found.changes() > taken.size() ? "Undo part of: " : "Undo: ") + found.text())
                .orElseGet(() -> "Undo " + latest.action() + ", event " + latest.seq());
        return words.substring(0, Math.min(words.length(), Limits.TEXT_CHARS_MAX));
    }
}
