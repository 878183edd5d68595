package io.frontless.engine.control;

import io.frontless.engine.entity.JobRows;
import io.frontless.engine.entity.JobRows.Outcome;
import io.frontless.engine.entity.JobRows.Stored;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of long work, in transactions of its own: it must be seen while that work is going on, and outlive its rollback. */
@Stateless
@InWorkspace
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobStore {

    @Inject
    JobRows rows;

    @Inject
    PlanStore plans;

    @Inject
    RunningServer server;

    /** Adds a job that is about to run here. */
    public void add(Caller caller, UUID jobId, String kind, @Nullable UUID planId, long rowsTotal) {
        rows.add(
                caller.workspaceId(),
                jobId,
                new JobRows.Origin(caller.actor().id(), server.id(), kind, rowsTotal),
                planId);
    }

    /** Notes how far it is, or stops it by a rejection if somebody wants that. */
    public void progress(Caller caller, UUID jobId, long rowsDone) {
        if (rows.progress(caller.workspaceId(), jobId, rowsDone)) {
            throw new Rejection(Reason.CONFLICT, "the work was cancelled; nothing was changed");
        }
    }

    /** Notes that it came to its end. */
    public void done(Caller caller, UUID jobId, UUID planId) {
        rows.end(caller.workspaceId(), jobId, new Outcome(JobView.State.DONE.name(), null, null), planId);
    }

    /** Notes that it did not, and why. */
    public void failed(Caller caller, UUID jobId, Rejection rejection) {
        boolean cancelled = own(caller, jobId).cancelWanted() && rejection.reason() == Reason.CONFLICT;
        JobView.State state = cancelled ? JobView.State.CANCELLED : JobView.State.FAILED;
        rows.end(
                caller.workspaceId(),
                jobId,
                new Outcome(state.name(), rejection.reason().name(), rejection.message()),
                null);
    }

    /** Wants one of the caller's jobs to stop; one that has ended is left as it is. */
    public void cancel(Caller caller, UUID jobId) {
        own(caller, jobId);
        rows.cancel(caller.workspaceId(), jobId);
    }

    /** One of the caller's jobs. Work that was going on when its server stopped is done if its plan is, and else has failed. */
    public JobView view(Caller caller, UUID jobId) {
        Stored job = own(caller, jobId);
        boolean lost = job.outcome().state().equals(JobView.State.RUNNING.name())
                && !job.origin().serverId().equals(server.id());
        return lost ? view(jobId, job, lost(caller, job)) : view(jobId, job, job.outcome());
    }

    private Outcome lost(Caller caller, Stored job) {
        UUID planId = job.planId();
        boolean executed = planId != null
                && job.origin().kind().equals(Jobs.EXECUTION)
                && plans.find(caller, planId).status() == PlanView.Status.EXECUTED;
        return executed
                ? new Outcome(JobView.State.DONE.name(), null, null)
                : new Outcome(
                        JobView.State.FAILED.name(),
                        Reason.UNAVAILABLE.name(),
                        "the server stopped before the work was done; nothing was changed");
    }

    private static JobView view(UUID jobId, Stored job, Outcome outcome) {
        return new JobView(
                jobId,
                job.origin().kind(),
                JobView.State.valueOf(outcome.state()),
                job.rowsDone(),
                job.origin().rowsTotal(),
                job.planId(),
                outcome.reason(),
                outcome.message());
    }

    private Stored own(Caller caller, UUID jobId) {
        return rows.find(caller.workspaceId(), jobId)
                .filter(job -> job.origin().accountId().equals(caller.actor().id()))
                .orElseThrow(() -> Rejection.notFound("job", jobId));
    }
}
