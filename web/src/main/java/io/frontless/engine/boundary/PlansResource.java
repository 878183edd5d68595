package io.frontless.engine.boundary;

import io.frontless.apikey.control.NewSecrets;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.Confirmation;
import io.frontless.engine.control.Jobs;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanJson;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans: the way to change anything that is more than one record. What a step may do, the engine decides by the operation's own permission. */
@Path(WorkspacePath.ROOT)
@ApplicationScoped
public class PlansResource {

    @Inject
    CurrentCaller caller;

    @Inject
    CommandGateway gateway;

    @Inject
    Jobs jobs;

    @Inject
    NewSecrets secrets;

    /** Proposes a plan of operations and answers its preview. */
    @POST
    @Path("plans")
    @Requires(Permission.READ)
    public Response propose(InputStream body) {
        Params params = JsonBody.read(body);
        PlanDraft draft = new PlanDraft(
                params.optionalText("summary").orElse("Plan"),
                PlanJson.steps(params),
                null,
                params.optionalText("idempotencyKey").orElse(null));
        params.requireAllRead();
        return PlanAnswer.of(gateway.propose(caller.get(), draft)).created();
    }

    /** One of the caller's plans. */
    @GET
    @Path("plans/{plan}")
    @Requires(Permission.READ)
    public Response plan(@PathParam("plan") String plan) {
        return PlanAnswer.of(gateway.plan(caller.get(), PathId.of("plan", plan)))
                .ok();
    }

    /**
     * Executes a plan: {@code rows} confirms how many rows a bulk or schema plan touches, {@code hash} what was looked at. With
     * {@code Prefer: respond-async} (RFC 7240) it is done as a job.
     */
    @POST
    @Path("plans/{plan}/execution")
    @Requires(Permission.READ)
    public Response execute(
            @PathParam("plan") String plan, @HeaderParam("Prefer") @Nullable String prefer, InputStream body) {
        Params params = JsonBody.read(body);
        Confirmation confirmation = new Confirmation(
                params.optionalNumber("rows").map(PlansResource::whole).orElse(null),
                params.optionalText("hash").orElse(null));
        params.requireAllRead();
        UUID planId = PathId.of("plan", plan);
        if (JobAnswer.isPreferred(prefer)) {
            return JobAnswer.accepted(caller.get().workspaceId(), jobs.execute(caller.get(), planId, confirmation));
        }
        PlanView executed = gateway.execute(caller.get(), planId, confirmation);
        return PlanAnswer.of(executed, secrets.take()).ok();
    }

    /** Discards a plan. */
    @DELETE
    @Path("plans/{plan}")
    @Requires(Permission.READ)
    public Response discard(@PathParam("plan") String plan) {
        return PlanAnswer.of(gateway.discard(caller.get(), PathId.of("plan", plan)))
                .ok();
    }

    /**
     * Proposes to take something back: an {@code event}, a {@code plan}, a {@code conversation}, what an {@code actor} did {@code from} … {@code to},
     * or all since a {@code savepoint}; where none is named, the caller's last change. {@code onConflict} is abort, skip or force.
     */
    @POST
    @Path("undo")
    @Requires(Permission.READ)
    public Response undo(InputStream body) {
        Params params = JsonBody.read(body);
        Optional<Undo> undo = UndoTarget.isIn(params) ? Optional.of(Undo.from(params)) : Optional.empty();
        params.requireAllRead();
        PlanView plan = undo.map(named -> gateway.proposeUndo(caller.get(), named, null))
                .orElseGet(() -> gateway.proposeUndoOfLast(caller.get(), null));
        return PlanAnswer.of(plan).created();
    }

    /** Proposes to do again what the caller has just undone. */
    @POST
    @Path("redo")
    @Requires(Permission.READ)
    public Response redo(InputStream body) {
        JsonBody.read(body).requireAllRead();
        return PlanAnswer.of(gateway.proposeRedo(caller.get(), null)).created();
    }

    private static Long whole(BigDecimal rows) {
        try {
            return rows.longValueExact();
        } catch (ArithmeticException e) {
            throw Rejection.invalid("rows", "a whole number", rows);
        }
    }
}
