package io.frontless.assistant.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operations;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes plans of what is to be taken back. */
@Dependent
public class UndoPlans {

    private final CommandGateway gateway;
    private final EventQueries events;

    @Inject
    public UndoPlans(CommandGateway gateway, EventQueries events) {
        this.gateway = gateway;
        this.events = events;
    }

    /** The plan; empty where the proposal takes nothing back. */
    Optional<PlanView> propose(Caller caller, UUID conversationId, Proposal proposal) {
        if (proposal instanceof Proposal.UndoLast) {
            return Optional.of(gateway.proposeUndoOfLast(caller, conversationId));
        }
        if (proposal instanceof Proposal.Redo) {
            return Optional.of(gateway.proposeRedo(caller, conversationId));
        }
        if (proposal instanceof Proposal.UndoSeveral several) {
            return Optional.of(several(caller, conversationId, several.count()));
        }
        return target(caller, conversationId, proposal)
                .map(target -> gateway.proposeUndo(caller, Undo.of(target), conversationId));
    }

    private static Optional<UndoTarget> target(Caller caller, UUID conversationId, Proposal proposal) {
        if (proposal instanceof Proposal.UndoEvent event) {
            return Optional.of(new UndoTarget.Event(event.eventId()));
        }
        if (proposal instanceof Proposal.UndoConversation) {
            return Optional.of(new UndoTarget.Conversation(conversationId));
        }
        return proposal instanceof Proposal.UndoSpan span
                ? Optional.of(new UndoTarget.Window(caller.actor().id(), span.from(), span.until()))
                : Optional.empty();
    }

    /** A change is a plan as a whole, or an event that no plan has made. */
    private PlanView several(Caller caller, UUID conversationId, int count) {
        List<EventView> latest =
                events.find(caller, EventFilter.by(caller.actor().id(), conversationId, Limits.PAGE_ROWS_MAX));
        List<UndoTarget> targets = latest.stream()
                .filter(event -> event.standing()
                        && event.undoes() == null
                        && Operations.reversalOf(event.action()).isUndoable())
                .map(UndoPlans::whole)
                .distinct()
                .limit(count)
                .toList();
        if (targets.size() < count) {
            throw new Rejection(
                    Reason.NOT_FOUND,
                    "only " + targets.size() + " changes of yours are left to undo in this conversation");
        }
        List<Step> steps = new ArrayList<>();
        targets.forEach(target -> steps.add(Step.of("s" + (steps.size() + 1), Undo.of(target))));
        return gateway.propose(
                caller, new PlanDraft("Undo the last " + count + " changes", steps, conversationId, null));
    }

    private static UndoTarget whole(EventView event) {
        UUID planId = event.planId();
        return planId == null ? new UndoTarget.Event(event.eventId()) : new UndoTarget.Plan(planId);
    }
}
