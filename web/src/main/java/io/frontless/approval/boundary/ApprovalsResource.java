package io.frontless.approval.boundary;

import io.frontless.approval.control.ApprovalCommands;
import io.frontless.approval.control.ApprovalQueries;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.DecideApproval;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;

/** Approvals of plans that cannot be taken back. */
@Path(WorkspacePath.ROOT + "/approvals")
@ApplicationScoped
public class ApprovalsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ApprovalQueries queries;

    @Inject
    ApprovalCommands commands;

    /** Those that the caller has asked for or may decide. */
    @GET
    @Requires(Permission.READ)
    public Response approvals() {
        return new JsonAnswer()
                .with(
                        "approvals",
                        queries.latest(caller.get()).stream()
                                .map(approval -> ApprovalAnswer.line(approval).map())
                                .toList())
                .ok();
    }

    /** Asks for an approval of one of the caller's plans. */
    @POST
    @Requires(Permission.READ)
    public Response request(InputStream body) {
        Params params = JsonBody.read(body);
        UUID plan = params.id("plan");
        params.requireAllRead();
        return ApprovalAnswer.of(commands.request(caller.get(), plan)).created();
    }

    /** One of them, with the preview. */
    @GET
    @Path("{plan}")
    @Requires(Permission.READ)
    public Response approval(@PathParam("plan") String plan) {
        return ApprovalAnswer.of(queries.find(caller.get(), PathId.of("approval", plan)))
                .ok();
    }

    /** Approves or refuses the preview with this hash. */
    @POST
    @Path("{plan}/decision")
    @Requires(Permission.APPROVE)
    public Response decide(@PathParam("plan") String plan, InputStream body) {
        Params params = JsonBody.read(body);
        DecideApproval decision = new DecideApproval(
                PathId.of("approval", plan),
                params.text("hash"),
                params.choice("verdict", DecideApproval.Verdict.class),
                params.optionalText("reason").orElse(null));
        params.requireAllRead();
        return ApprovalAnswer.of(commands.decide(caller.get(), decision)).ok();
    }

    /** Takes back what the caller has asked for or decided. */
    @DELETE
    @Path("{plan}")
    @Requires(Permission.READ)
    public Response withdraw(@PathParam("plan") String plan) {
        return ApprovalAnswer.of(commands.withdraw(caller.get(), PathId.of("approval", plan)))
                .ok();
    }
}
