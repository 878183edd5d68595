package io.frontless.record.boundary;

import io.frontless.event.boundary.EventAnswer;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** An event as the API answers it, laid out for reading. */
final class EventJson {

    private static final JsonWriterFactory PRETTY =
            jakarta.json.Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private EventJson() {}

    static String of(EventView event) {
        String json = Json.write(EventAnswer.of(event).map());
        StringWriter text = new StringWriter();
        try (JsonWriter writer = PRETTY.createWriter(text)) {
            writer.write(jakarta.json.Json.createReader(new StringReader(json)).readObject());
        }
        return text.toString().strip();
    }
}
