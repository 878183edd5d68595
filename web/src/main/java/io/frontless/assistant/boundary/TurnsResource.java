package io.frontless.assistant.boundary;

import io.frontless.assistant.control.Conversations;
import io.frontless.assistant.control.TurnView;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Conversations: say a sentence, get a plan to look at or an answer. */
@Path("/workspaces/{workspace}")
@ApplicationScoped
public class TurnsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Conversations conversations;

    /** Says {@code text} in {@code conversationId}, or in the caller's latest conversation. */
    @POST
    @Path("turns")
    @Requires(Permission.READ)
    public Response say(InputStream body) {
        Params params = JsonBody.read(body);
        String text = params.longText("text");
        UUID conversationId = params.optionalId("conversationId").orElseGet(() -> conversations.open(caller.get()));
        params.requireAllRead();
        return TurnAnswer.of(conversations.say(caller.get(), conversationId, text))
                .created();
    }

    /** The last turns of a conversation. */
    @GET
    @Path("conversations/{conversation}/turns")
    @Requires(Permission.READ)
    public Response turns(@PathParam("conversation") String conversation) {
        List<TurnView> turns = conversations.turns(caller.get(), PathId.of("conversation", conversation));
        return new JsonAnswer()
                .with(
                        "turns",
                        turns.stream().map(turn -> TurnAnswer.of(turn).map()).toList())
                .ok();
    }
}
