package io.frontless.proof;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Lines of an export as CloudEvents 1.0; the data is the line. An id is the same whenever the same line is sent, so that it is told once. */
final class CloudEventLine {

    private CloudEventLine() {}

    static String of(ExportLine line, String workspace) {
        ExportLine.Told told = line.told();
        String action = told.text("action");
        SortedMap<String, @Nullable Object> json = CanonicalJson.object();
        json.put("specversion", "1.0");
        json.put("id", id(line, told));
        json.put("source", "/workspaces/" + workspace);
        json.put("type", "io.frontless." + (action == null ? "log." + line.kind() : type(line, action)));
        json.put("datacontenttype", "application/json");
        put(json, "time", told.time());
        put(json, "subject", told.text("record"));
        json.put("data", line.values());
        return CanonicalJson.write(json);
    }

    static String proof(String text) {
        Object data = JsonText.readObject(text).get("data");
        if (!(data instanceof SortedMap<?, ?>)) {
            throw new IllegalArgumentException("expected a CloudEvent with data");
        }
        return CanonicalJson.write(data);
    }

    private static String type(ExportLine line, String action) {
        return line.kind().equals("refusal") ? "refused." + action : action;
    }

    private static String id(ExportLine line, ExportLine.Told told) {
        String event = told.text("event");
        if (event != null) {
            return event;
        }
        Object place = line.isPlace()
                ? line.values().get("position")
                : line.values().getOrDefault("size", line.values().get("from"));
        return line.kind() + "-" + place;
    }

    private static void put(SortedMap<String, @Nullable Object> json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
