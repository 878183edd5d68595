package io.frontless.record.boundary;

import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as customers were promised it, laid out for reading. */
final class EventJson {

    private static final JsonWriterFactory PRETTY =
            jakarta.json.Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private EventJson() {}

    static String of(EventView event) {
        Map<String, @Nullable Object> actor = new LinkedHashMap<>();
        actor.put("kind", event.actor().kind().name().toLowerCase(Locale.ROOT));
        actor.put("id", event.actor().id());
        actor.put("name", event.actor().name());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("workspace_id", event.workspaceId());
        json.put("event_id", event.eventId());
        json.put("actor", actor);
        json.put("action", event.action());
        json.put("entity", event.entity());
        json.put("record_id", event.recordId());
        json.put("before", event.before());
        json.put("after", event.after());
        json.put("timestamp", event.timestamp());
        return pretty(Json.write(json));
    }

    private static String pretty(String json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = PRETTY.createWriter(text)) {
            writer.write(jakarta.json.Json.createReader(new StringReader(json)).readObject());
        }
        return text.toString().strip();
    }
}
