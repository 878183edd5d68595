package io.frontless.event.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event exactly as promised to customers; these names are kept for ever. */
public final class EventAnswer {

    private EventAnswer() {}

    /** The event; {@code timestamp} is ISO 8601 in UTC. */
    public static JsonAnswer of(EventView event) {
        return new JsonAnswer()
                .with("workspace_id", event.workspaceId())
                .with("event_id", event.eventId())
                .with("actor", actor(event.actor()))
                .with("action", event.action())
                .with("entity", event.entity())
                .with("record_id", event.recordId())
                .with("before", event.before())
                .with("after", event.after())
                .with("timestamp", event.timestamp())
                .with("sequence", event.seq())
                .with("version", event.version())
                .with("plan_id", event.planId())
                .with("conversation_id", event.conversationId())
                .with("undoes", event.undoes())
                .with("step", event.step())
                .with("source", event.source())
                .with("on_behalf_of", behalf(event.actor().behalf()))
                .with("standing", event.standing());
    }

    /** Who acts. */
    public static Map<String, @Nullable Object> actor(Actor actor) {
        return new JsonAnswer()
                .with("kind", actor.kind().name())
                .with("id", actor.id())
                .with("name", actor.name())
                .map();
    }

    private static @Nullable Map<String, @Nullable Object> behalf(Actor.@Nullable Principal behalf) {
        return behalf == null
                ? null
                : new JsonAnswer()
                        .with("id", behalf.id())
                        .with("name", behalf.name())
                        .map();
    }
}
