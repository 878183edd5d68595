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
import org.jspecify.annotations.Nullable;

/** Makes plans of what is to be taken back. */
@Dependent
public class UndoPlans {

    private final CommandGateway gateway;
    private final EventQueries events;
    private final Actors actors;

    @Inject
    public UndoPlans(CommandGateway gateway, EventQueries events, Actors actors) {
        this.gateway = gateway;
        this.events = events;
        this.actors = actors;
    }

    /** The plan; empty where the proposal takes nothing back. */
    Optional<PlanView> propose(Caller caller, UUID conversationId, Proposal proposal) {
        if (proposal instanceof Proposal.UndoLast) {
            return Optional.of(gateway.proposeUndoOfLast(caller, conversationId));
        }
        if (proposal instanceof Proposal.Redo) {
            return Optional.of(gateway.proposeRedo(caller, conversationId));
        }
        return proposal instanceof Proposal.UndoWith with
                ? propose(caller, conversationId, with)
                : propose(caller, conversationId, new Proposal.UndoWith(proposal, Undo.OnConflict.ABORT, false));
    }

    private Optional<PlanView> propose(Caller caller, UUID conversationId, Proposal.UndoWith with) {
        if (with.undo() instanceof Proposal.UndoLast) {
            return Optional.of(several(caller, conversationId, new Proposal.UndoSeveral(Optional.empty(), 1), with));
        }
        if (with.undo() instanceof Proposal.UndoSeveral several) {
            return Optional.of(several(caller, conversationId, several, with));
        }
        return target(caller, conversationId, with.undo())
                .map(target -> gateway.proposeUndo(caller, undo(target, with), conversationId));
    }

    private static Undo undo(UndoTarget target, Proposal.UndoWith with) {
        return new Undo(target, with.onConflict(), with.dependents());
    }

    private Optional<UndoTarget> target(Caller caller, UUID conversationId, Proposal proposal) {
        if (proposal instanceof Proposal.UndoEvent event) {
            return Optional.of(new UndoTarget.Event(event.eventId()));
        }
        if (proposal instanceof Proposal.UndoPlan plan) {
            return Optional.of(new UndoTarget.Plan(plan.planId()));
        }
        if (proposal instanceof Proposal.UndoSavepoint savepoint) {
            return Optional.of(new UndoTarget.Savepoint(savepoint.name()));
        }
        if (proposal instanceof Proposal.UndoConversation) {
            return Optional.of(new UndoTarget.Conversation(conversationId));
        }
        return proposal instanceof Proposal.UndoSpan span
                ? Optional.of(new UndoTarget.Window(actor(caller, span.who()), span.from(), span.until()))
                : Optional.empty();
    }

    private UUID actor(Caller caller, Optional<String> who) {
        return who.map(name -> actors.named(caller, name)).orElse(caller.actor().id());
    }

    /** A change is a plan as a whole, or an event that no plan has made; others have no conversation with the author. */
    private PlanView several(Caller caller, UUID conversationId, Proposal.UndoSeveral asked, Proposal.UndoWith with) {
        UUID within = asked.who().isEmpty() ? conversationId : null;
        List<UndoTarget> targets = latest(caller, actor(caller, asked.who()), within, asked.count());
        if (targets.size() < asked.count()) {
            throw new Rejection(
                    Reason.NOT_FOUND,
                    asked.who()
                            .map(name -> "only " + targets.size() + " changes of " + name + " are left to undo")
                            .orElse("only " + targets.size()
                                    + " changes of yours are left to undo in this conversation"));
        }
        List<Step> steps = new ArrayList<>();
        targets.forEach(target -> steps.add(Step.of("s" + (steps.size() + 1), undo(target, with))));
        String whose = asked.who().map(name -> " of " + name).orElse("");
        String summary = asked.count() == 1
                ? "Undo the last change" + whose
                : "Undo the last " + asked.count() + " changes" + whose;
        return gateway.propose(caller, new PlanDraft(summary, steps, conversationId, null));
    }

    private List<UndoTarget> latest(Caller caller, UUID actorId, @Nullable UUID conversationId, int count) {
        return events.find(caller, EventFilter.by(actorId, conversationId, Limits.PAGE_ROWS_MAX)).stream()
                .filter(event -> event.standing()
                        && event.undoes() == null
                        && Operations.reversalOf(event.action()).isUndoable())
                .map(UndoPlans::whole)
                .distinct()
                .limit(count)
                .toList();
    }

    private static UndoTarget whole(EventView event) {
        UUID planId = event.planId();
        return planId == null ? new UndoTarget.Event(event.eventId()) : new UndoTarget.Plan(planId);
    }
}
