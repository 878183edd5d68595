package io.frontless.placement.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.OperatorOnly;
import io.frontless.boundary.PathId;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.placement.control.Moves;
import io.frontless.placement.control.PlacementView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;

/** In which database a workspace lives, for the installation's operator. */
@Path("/operator/placements/{placement}")
@ApplicationScoped
public class OperatorResource {

    @Inject
    Moves moves;

    /** Where it lives, and how far a move is. */
    @GET
    @OperatorOnly
    public Response view(@PathParam("placement") String id) {
        return json(moves.view(workspace(id))).ok();
    }

    /** Asks for a move. */
    @POST
    @Path("/move")
    @OperatorOnly
    public Response move(@PathParam("placement") String id, InputStream body) {
        Params params = JsonBody.read(body);
        String database = params.text("database");
        String operator = operator(params);
        params.requireAllRead();
        return accepted(moves.move(workspace(id), database, operator));
    }

    /** Asks for the deletion of the copy that a move left. */
    @POST
    @Path("/confirmation")
    @OperatorOnly
    public Response confirm(@PathParam("placement") String id, InputStream body) {
        Params params = JsonBody.read(body);
        String operator = operator(params);
        params.requireAllRead();
        return accepted(moves.confirm(workspace(id), operator));
    }

    private static UUID workspace(String id) {
        return PathId.of("workspace", id);
    }

    /** What the event names as its actor; whoever has the token may call themselves as they like. */
    private static String operator(Params params) {
        String name = params.text("operator").strip();
        if (name.isEmpty() || name.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("operator", "1 to " + Limits.TEXT_CHARS_MAX + " characters", name);
        }
        return name;
    }

    private static Response accepted(PlacementView placement) {
        return json(placement).accepted();
    }

    private static JsonAnswer json(PlacementView placement) {
        return new JsonAnswer()
                .with("workspaceId", placement.workspaceId())
                .with("database", placement.database())
                .with("movingTo", placement.movingTo())
                .with("phase", placement.phase())
                .with("copyOn", placement.copyOn())
                .with("failure", placement.failure());
    }
}
