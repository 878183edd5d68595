package io.frontless.engine.control;

import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.event.control.RefusedAttempts;
import io.frontless.event.entity.EventBounds;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.SessionContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateway with all that stands behind it, in a workspace that is kept in memory. */
// What the container would inject, the test gives.
@SuppressWarnings("UnnecessaryAssignment")
final class Door {
    final World world = new World();
    final InMemoryPlans plans = new InMemoryPlans();
    final PlanStore store = new PlanStore();
    final PlanExecution execution = new PlanExecution();
    final CommandGateway gateway = new CommandGateway();
    final UndoTargets targets = new UndoTargets();

    /** What was written down as refused: the action, the reason, and the plan. */
    final List<String> refused = new ArrayList<>();

    private Runnable before = world.keep();

    Door() {
        store.rows = plans;
        store.clock = world.clock;
        store.meter = (caller, rows) -> {};
        execution.store = store;
        execution.engine = world.engine;
        execution.clock = world.clock;
        execution.meter = (caller, rows) -> {};
        execution.approvals = (workspaceId, planId, hash) -> {
            throw new Rejection(Reason.HELD, "nobody approves here");
        };
        PlanPreview preview = new PlanPreview();
        preview.engine = world.engine;
        preview.session = NoContainer.of(SessionContext.class, () -> before.run());
        targets.events = world.reader;
        targets.plans = store;
        gateway.preview = preview;
        gateway.store = store;
        gateway.execution = execution;
        gateway.undoTargets = targets;
        gateway.events = new Log();
        gateway.refused = new Refused();
        gateway.ids = world.ids;
    }

    /** Proposes as things are now; the preview goes back to that. */
    PlanView propose(PlanDraft draft) {
        commit();
        return gateway.propose(world.owner, draft);
    }

    /** Executes at another time than proposes. */
    void at(Clock clock) {
        execution.clock = clock;
    }

    /** Previews go back to how things are now. */
    void commit() {
        before = world.keep();
    }

    private final class Log extends EventQueries {
        @Override
        public List<EventView> ofPlan(Caller caller, UUID planId) {
            return world.reader.latest(
                    caller.workspaceId(),
                    new EventBounds(
                            new EventBounds.What(null, null, null),
                            new EventBounds.Whence(planId, null, null, null),
                            new EventBounds.When(null, null, null, null)),
                    100);
        }
    }

    private final class Refused extends RefusedAttempts {
        @Override
        public void record(Caller caller, String action, Rejection rejection, @Nullable UUID planId) {
            refused.add(action + " " + rejection.reason() + " " + planId);
        }
    }
}
