package io.frontless.assistant.boundary;

import io.frontless.assistant.control.Conversations;
import io.frontless.assistant.control.TurnView;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Conversations: say a sentence, get a plan to look at or an answer. */
@Path(WorkspacePath.ROOT)
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
        Sentence sentence = sentence(body);
        return TurnAnswer.of(conversations.say(caller.get(), sentence.conversationId(), sentence.text()))
                .created();
    }

    /** The same, answered while it is worked on: its stages, and then the turn (WHATWG HTML §9.2, server-sent events). */
    @POST
    @Path("turns/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(Permission.READ)
    public void stream(@Context SseEventSink sink, @Context Sse sse, InputStream body) {
        Sentence sentence = sentence(body);
        new TurnStream(sse, sink)
                .send(progress ->
                        conversations.say(caller.get(), sentence.conversationId(), sentence.text(), progress));
    }

    /** Proposes a plan of a conversation with other values: {@code values} has {@code {step, field, value}}, each value as text. */
    @POST
    @Path("conversations/{conversation}/plans/{plan}/edit")
    @Requires(Permission.READ)
    public Response edit(
            @PathParam("conversation") String conversation, @PathParam("plan") String plan, InputStream body) {
        Params params = JsonBody.read(body);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Params value : params.objects("values")) {
            texts.put(value.text("step") + "." + value.text("field"), value.longText("value"));
            value.requireAllRead();
        }
        params.requireAllRead();
        TurnView turn = conversations.edit(
                caller.get(), PathId.of("conversation", conversation), PathId.of("plan", plan), texts);
        return TurnAnswer.of(turn).created();
    }

    /** Sentences that could be said: examples of the workspace's own tables, and what the caller said last. */
    @GET
    @Path("suggestions")
    @Requires(Permission.READ)
    public Response suggestions() {
        return new JsonAnswer()
                .with("examples", conversations.examples(caller.get()))
                .with("recent", conversations.recent(caller.get()))
                .ok();
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

    private record Sentence(UUID conversationId, String text) {}

    private Sentence sentence(InputStream body) {
        Params params = JsonBody.read(body);
        String text = params.longText("text");
        UUID conversationId = params.optionalId("conversationId").orElseGet(() -> conversations.open(caller.get()));
        params.requireAllRead();
        return new Sentence(conversationId, text);
    }
}
