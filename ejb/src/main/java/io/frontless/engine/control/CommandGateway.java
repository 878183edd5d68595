package io.frontless.engine.control;

import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.event.control.RefusedAttempts;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateWorkspace;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UseSecret;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one door for a state change. REST, SOAP, portal, assistant, rules and undo all come through here; none has a privilege of its own. What
 * is refused is written down, and the reason goes back to the caller.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommandGateway {

    private static final Set<Permission> OPERATORS =
            EnumSet.of(Permission.MOVE_WORKSPACE, Permission.OPERATE_KEYS, Permission.REMOVE_ARCHIVED);

    @Inject
    PlanPreview preview;

    @Inject
    PlanStore store;

    @Inject
    PlanExecution execution;

    @Inject
    BulkSelections selections;

    @Inject
    UndoTargets undoTargets;

    @Inject
    EventQueries events;

    @Inject
    RefusedAttempts refused;

    @Inject
    Ids ids;

    /** Previews a plan and keeps it for execution. A draft whose idempotency key was used before gets the plan it got then. */
    public PlanView propose(Caller caller, PlanDraft draft) {
        return propose(caller, draft, Progress.UNWATCHED);
    }

    /** The same, watched. */
    public PlanView propose(Caller caller, PlanDraft draft, Progress progress) {
        return attempt(caller, "plan.propose", null, () -> {
            Optional<PlanView> earlier = store.earlier(caller, draft);
            return earlier.orElseGet(() -> keep(caller, draft, frozen(caller, draft.steps()), progress));
        });
    }

    /** Proposes to take something back; the proposal is a plan like any other. */
    public PlanView proposeUndo(Caller caller, Undo undo, @Nullable UUID conversationId) {
        return attempt(caller, "undo.propose", null, () -> {
            PlanDraft draft = new PlanDraft(
                    undoTargets.summary(caller, undo.target()), List.of(Step.of("s1", undo)), conversationId, null);
            return keep(caller, draft, draft.steps(), Progress.UNWATCHED);
        });
    }

    /** Proposes to take back the caller's latest change that still stands; of one conversation, or of any where it is null. */
    public PlanView proposeUndoOfLast(Caller caller, @Nullable UUID conversationId) {
        UndoTarget last = attempt(caller, "undo.propose", null, () -> undoTargets.last(caller, conversationId));
        return proposeUndo(caller, Undo.of(last), conversationId);
    }

    /** Proposes to do again what the caller has just undone; of one conversation, or of any where it is null. */
    public PlanView proposeRedo(Caller caller, @Nullable UUID conversationId) {
        UndoTarget last = attempt(caller, "redo.propose", null, () -> undoTargets.lastUndone(caller, conversationId));
        return proposeUndo(caller, Undo.of(last), conversationId);
    }

    /** Executes one of the caller's plans: exactly what its preview showed, or CONFLICT as stale. */
    public PlanView execute(Caller caller, UUID planId, Confirmation confirmation) {
        return execute(caller, planId, confirmation, Progress.UNWATCHED);
    }

    /** The same, watched. */
    public PlanView execute(Caller caller, UUID planId, Confirmation confirmation, Progress progress) {
        return attempt(caller, "plan.execute", planId, () -> execution.execute(caller, planId, confirmation, progress));
    }

    /**
     * Runs a draft at once, without a preview, where it is one reversible change; CONFLICT where it is anything else, which needs a plan. A draft
     * whose idempotency key was used before is not run again and gets the answer it got then.
     */
    public CommandView run(Caller caller, PlanDraft draft) {
        return attempt(caller, "plan.run", null, () -> {
            Optional<PlanView> earlier =
                    draft.idempotencyKey() == null ? Optional.empty() : store.earlier(caller, draft);
            return earlier.map(plan -> repeated(caller, plan))
                    .orElseGet(() -> execution.run(caller, draft, Freezer.freeze(draft.steps(), ids), ids.get()));
        });
    }

    /** Discards one of the caller's plans. */
    public PlanView discard(Caller caller, UUID planId) {
        return attempt(caller, "plan.discard", planId, () -> store.discard(caller, planId));
    }

    /** One of the caller's plans. */
    public PlanView plan(Caller caller, UUID planId) {
        return Faults.translated(() -> store.find(caller, planId));
    }

    /** What one of the caller's plans is made of, to be proposed again otherwise. */
    public List<Step> steps(Caller caller, UUID planId) {
        return Faults.translated(() -> store.steps(caller, planId));
    }

    /** Founds the caller's workspace, at once: it has no preview and no approver, since nothing and nobody is there before it. */
    public void found(Caller founder, CreateWorkspace operation) {
        attempt(founder, operation.name(), null, () -> execution.atOnce(founder, Step.of("s1", operation)));
    }

    /**
     * Does, at once, what people do with their own account: they have just proved who they are, and nobody else has a say in it. Only for
     * operations that ask for MANAGE_ACCOUNT.
     */
    public void perform(Caller self, Operation operation) {
        if (operation.permission() != Permission.MANAGE_ACCOUNT) {
            throw new IllegalArgumentException(operation.name() + " needs a plan");
        }
        attempt(self, operation.name(), null, () -> execution.atOnce(self, Step.of("s1", operation)));
    }

    /** Does, at once, what the installation's operator does to it, or has had done to a workspace. Only for operations that are the operator's alone. */
    public void operate(Caller operator, Operation operation) {
        if (!OPERATORS.contains(operation.permission())) {
            throw new IllegalArgumentException(operation.name() + " is not the operator's");
        }
        attempt(operator, operation.name(), null, () -> execution.atOnce(operator, Step.of("s1", operation)));
    }

    /** Writes down, for good and in a transaction of its own, that the vault is about to open a secret; only the vault's own caller may. */
    public void note(Caller vault, UseSecret use) {
        attempt(vault, use.name(), null, () -> execution.atOnce(vault, Step.of("s1", use)));
    }

    private List<Step> frozen(Caller caller, List<Step> steps) {
        List<Step> selected = BulkSelections.anyIn(steps) ? selections.resolve(caller, steps) : steps;
        return Freezer.freeze(selected, ids);
    }

    private PlanView keep(Caller caller, PlanDraft draft, List<Step> steps, Progress progress) {
        UUID planId = ids.get();
        Assessment assessment = preview.preview(caller, steps, planId, progress);
        return store.add(caller, new PlanStore.Proposed(planId, draft, steps, assessment));
    }

    private CommandView repeated(Caller caller, PlanView plan) {
        List<EventView> done = events.ofPlan(caller, plan.planId());
        if (done.size() != 1 || plan.changes().size() != 1) {
            throw Rejection.conflict(
                    "idempotencyKey", "one of a request that was done at once", "that of a plan: " + plan.planId());
        }
        EventView event = done.get(0);
        PlanView.ChangeView change = plan.changes().get(0);
        return new CommandView(
                event.eventId(), event.recordId(), event.version(), change.title(), event.after(), change.titles());
    }

    private <T> T attempt(Caller caller, String action, @Nullable UUID planId, Supplier<T> request) {
        try {
            return Faults.translated(request);
        } catch (Rejection rejection) {
            refused.record(caller, action, rejection, planId);
            throw rejection;
        }
    }
}
