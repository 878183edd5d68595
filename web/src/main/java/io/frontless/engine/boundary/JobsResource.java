package io.frontless.engine.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.JobView;
import io.frontless.engine.control.Jobs;
import io.frontless.engine.control.PlanView;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Long work: how far it is, and the way to stop it. */
@Path(WorkspacePath.ROOT + "/jobs/{job}")
@ApplicationScoped
public class JobsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Jobs jobs;

    @Inject
    CommandGateway gateway;

    /** One of the caller's jobs; with its plan once it is done. */
    @GET
    @Requires(Permission.READ)
    public Response job(@PathParam("job") String id) {
        JobView job = jobs.job(caller.get(), PathId.of("job", id));
        UUID planId = job.planId();
        PlanView plan = planId != null && job.state() == JobView.State.DONE ? gateway.plan(caller.get(), planId) : null;
        return JobAnswer.of(job, plan).ok();
    }

    /** Stops a job, if it is not done by then: what it did is rolled back whole. */
    @DELETE
    @Requires(Permission.READ)
    public Response cancel(@PathParam("job") String id) {
        return JobAnswer.of(jobs.cancel(caller.get(), PathId.of("job", id)), null)
                .ok();
    }
}
