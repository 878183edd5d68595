package io.frontless.engine.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Assurance;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Origins;
import io.frontless.workspace.control.Workspaces;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has long work done while its starter looks on: it goes through the gateway as ever, and can be stopped until it is committed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {

    /** The kind of a job that executes a plan. */
    public static final String EXECUTION = "plan.execute";

    /** The kind of a job that proposes one. */
    public static final String PROPOSAL = "plan.propose";

    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());

    /** Often enough to be looked at, and too seldom to cost anything. */
    private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);

    @Inject
    CommandGateway gateway;

    @Inject
    JobStore store;

    @Inject
    Workspaces workspaces;

    @Inject
    Origins origins;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Resource
    @Nullable
    ManagedExecutorService executor;

    /** Starts to execute one of the caller's plans. */
    public JobView execute(Caller caller, UUID planId, Confirmation confirmation) {
        long rows = gateway.plan(caller, planId).rows();
        return start(
                caller,
                new Start(EXECUTION, planId, rows),
                progress -> gateway.execute(caller, planId, confirmation, progress));
    }

    /** Starts to preview and propose a plan that touches about so many rows. */
    public JobView propose(Caller caller, PlanDraft draft, long rows) {
        return start(caller, new Start(PROPOSAL, null, rows), progress -> gateway.propose(caller, draft, progress));
    }

    /** One of the caller's jobs. */
    public JobView job(Caller caller, UUID jobId) {
        return Faults.translated(() -> store.view(caller, jobId));
    }

    /** Stops one of the caller's jobs, if it is not done by then; it is rolled back whole. */
    public JobView cancel(Caller caller, UUID jobId) {
        return Faults.translated(() -> {
            store.cancel(caller, jobId);
            return store.view(caller, jobId);
        });
    }

    private record Start(String kind, @Nullable UUID planId, long rows) {}

    private JobView start(Caller caller, Start start, Function<Progress, PlanView> work) {
        UUID jobId = ids.get();
        store.add(caller, jobId, start.kind(), start.planId(), start.rows());
        try {
            if (executor == null) {
                throw new IllegalStateException("the container gave no executor");
            }
            String address = origins.address();
            executor.execute(() -> origins.as(address, () -> run(caller, jobId, work)));
        } catch (RejectedExecutionException e) {
            Rejection busy = new Rejection(Reason.UNAVAILABLE, "too much is being worked at; try again later");
            store.failed(caller, jobId, busy);
            throw busy;
        }
        return store.view(caller, jobId);
    }

    private void run(Caller caller, UUID jobId, Function<Progress, PlanView> work) {
        try {
            requireMember(caller);
            PlanView plan = work.apply(new Notes(caller, jobId));
            store.done(caller, jobId, plan.planId());
        } catch (RuntimeException e) {
            store.failed(caller, jobId, Faults.told(e, LOG, () -> "a bug in job " + jobId));
        }
    }

    /** Whoever was suspended or removed since they asked for it gets no more of it than a stranger. */
    private void requireMember(Caller caller) {
        if (caller.actor().kind() == Actor.Kind.PERSON) {
            // The request that started it was let in; that a factor is required since then does not stop what was
            // begun.
            workspaces.enter(caller.actor(), caller.workspaceId(), Assurance.TWO_FACTORS);
        }
    }

    /** Notes how far the work is, at most twice a second. */
    private final class Notes implements Progress {
        private final Caller caller;
        private final UUID jobId;
        private Instant next = Instant.EPOCH;

        Notes(Caller caller, UUID jobId) {
            this.caller = caller;
            this.jobId = jobId;
        }

        @Override
        public void touched(long rows) {
            Instant now = clock.instant();
            if (!now.isBefore(next)) {
                next = now.plus(BETWEEN_NOTES);
                requireMember(caller);
                store.progress(caller, jobId, rows);
            }
        }
    }
}
