package io.frontless.event.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.event.control.EventView;

/** An event exactly as promised to customers; these names are kept for ever. */
public final class EventAnswer {

    private EventAnswer() {}

    /** The event; {@code timestamp} is ISO 8601 in UTC. */
    public static JsonAnswer of(EventView event) {
        return new JsonAnswer()
                .with("workspace_id", event.workspaceId())
                .with("event_id", event.eventId())
                .with(
                        "actor",
                        new JsonAnswer()
                                .with("kind", event.actor().kind().name())
                                .with("id", event.actor().id())
                                .with("name", event.actor().name())
                                .map())
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
                .with("standing", event.standing());
    }
}
