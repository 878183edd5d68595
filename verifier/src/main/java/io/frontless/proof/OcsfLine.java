package io.frontless.proof;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Lines of an export as events of the Open Cybersecurity Schema Framework: what was done to a managed entity, and base events for what frames the export. */
final class OcsfLine {

    private static final String VERSION = "1.3.0";
    private static final int IDENTITY = 3;
    private static final int ENTITY_MANAGEMENT = 3004;
    private static final int CREATE = 1;
    private static final int UPDATE = 3;
    private static final int DELETE = 4;
    private static final int OTHER = 99;

    private OcsfLine() {}

    static String of(ExportLine line, String workspace) {
        ExportLine.Told told = line.told();
        SortedMap<String, @Nullable Object> json = CanonicalJson.object();
        boolean base = told.text("action") == null;
        int activity = base ? OTHER : activity(told);
        int type = base ? 0 : ENTITY_MANAGEMENT;
        json.put("class_uid", type);
        json.put("category_uid", base ? 0 : IDENTITY);
        json.put("activity_id", activity);
        json.put("type_uid", type * 100 + activity);
        json.put("activity_name", base ? line.kind() : told.text("action"));
        json.put("severity_id", 1);
        json.put("status_id", line.kind().equals("refusal") ? 2 : 1);
        put(json, "status_detail", told.text("message"));
        put(json, "status_code", told.text("reason"));
        String time = told.time();
        // What frames an export has no time of its own, and the schema wants one.
        json.put("time", time == null ? 0 : Instant.parse(time).toEpochMilli());
        json.put("metadata", metadata(line, told, workspace));
        json.put("raw_data", line.text());
        if (!base) {
            json.put("actor", actor(told));
            json.put("entity", entity(told, "before", workspace));
            if (told.value("after") != null) {
                json.put("entity_result", entity(told, "after", workspace));
            }
            if (told.text("source") != null) {
                SortedMap<String, @Nullable Object> endpoint = CanonicalJson.object();
                endpoint.put("ip", told.text("source"));
                json.put("src_endpoint", endpoint);
            }
        }
        return CanonicalJson.write(json);
    }

    private static int activity(ExportLine.Told told) {
        boolean before = told.value("before") != null;
        boolean after = told.value("after") != null;
        if (before && after) {
            return UPDATE;
        }
        return before ? DELETE : after ? CREATE : OTHER;
    }

    private static SortedMap<String, @Nullable Object> metadata(
            ExportLine line, ExportLine.Told told, String workspace) {
        SortedMap<String, @Nullable Object> product = CanonicalJson.object();
        product.put("name", "Frontless");
        product.put("vendor_name", "Frontless");
        SortedMap<String, @Nullable Object> metadata = CanonicalJson.object();
        metadata.put("version", VERSION);
        metadata.put("product", product);
        metadata.put("tenant_uid", workspace);
        put(metadata, "uid", told.text("event"));
        put(metadata, "sequence", line.values().get("position"));
        put(metadata, "correlation_uid", told.text("plan"));
        return metadata;
    }

    private static SortedMap<String, @Nullable Object> actor(ExportLine.Told told) {
        SortedMap<String, @Nullable Object> user = CanonicalJson.object();
        put(user, "uid", told.actor("id"));
        put(user, "name", told.actor("name"));
        user.put("type", told.actor("kind"));
        user.put("type_id", "PERSON".equals(told.actor("kind")) ? 1 : OTHER);
        SortedMap<String, @Nullable Object> actor = CanonicalJson.object();
        actor.put("user", user);
        return actor;
    }

    private static SortedMap<String, @Nullable Object> entity(ExportLine.Told told, String state, String workspace) {
        String record = told.text("record");
        String entity = told.text("entity");
        SortedMap<String, @Nullable Object> managed = CanonicalJson.object();
        managed.put("uid", record != null ? record : entity != null ? entity : workspace);
        managed.put("type", entity != null ? entity : "workspace");
        if (state.equals("after")) {
            put(managed, "version", told.text("version"));
        }
        put(managed, "data", told.value(state));
        return managed;
    }

    private static void put(SortedMap<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
