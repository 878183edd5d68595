package io.frontless.assistant.control;

import io.frontless.event.control.EventFilter;
import io.frontless.kernel.Json;
import io.frontless.operation.Params;
import io.frontless.record.control.QueryJson;
import io.frontless.record.control.RecordQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as a conversation keeps it: what was asked for, not the rows that answered it. When the conversation is shown again, the rows are
 * those of that day, and the plan's state too.
 */
public sealed interface StoredReply {

    /** A plan, by its id, and whether it takes something back. */
    record Plan(UUID planId, boolean takesBack) implements StoredReply {}

    /** Why a plan of the same conversation says what it says. */
    record Explained(UUID planId) implements StoredReply {}

    /** A sentence. */
    record Text(String text) implements StoredReply {}

    /** Records of a query. */
    record Records(String heading, RecordQuery query) implements StoredReply {}

    /** Numbers made of records. */
    record Summary(String heading, RecordQuery query) implements StoredReply {}

    /** Events. */
    record Changes(String heading, EventFilter filter) implements StoredReply {}

    /** A record, or an entity's records, as they were at a time; of them only a field beside the title, where one was asked for. */
    record Past(
            String heading,
            String entity,
            @Nullable UUID recordId,
            @Nullable String field,
            Instant at) implements StoredReply {}

    /** The entities. */
    record Entities() implements StoredReply {}

    /** A question. */
    record Question(String text, List<String> options) implements StoredReply {}

    /** A refusal. */
    record Refusal(String message, List<String> examples) implements StoredReply {}

    /** The reply as JSON. */
    default String json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", getClass().getSimpleName());
        if (this instanceof Plan plan) {
            json.put("plan", plan.planId());
            json.put("takesBack", plan.takesBack());
        } else if (this instanceof Explained explained) {
            json.put("plan", explained.planId());
        } else if (this instanceof Text text) {
            json.put("text", text.text());
        } else if (this instanceof Records records) {
            json.put("text", records.heading());
            json.put("query", query(records.query()));
        } else if (this instanceof Summary summary) {
            json.put("text", summary.heading());
            json.put("query", query(summary.query()));
        } else if (this instanceof Changes changes) {
            json.put("text", changes.heading());
            json.putAll(EventFilterJson.write(changes.filter()));
        } else if (this instanceof Past past) {
            json.put("text", past.heading());
            json.put("entity", past.entity());
            json.put("record", past.recordId());
            json.put("field", past.field());
            json.put("at", past.at());
        } else if (this instanceof Question question) {
            json.put("text", question.text());
            json.put("options", question.options());
        } else if (this instanceof Refusal refusal) {
            json.put("text", refusal.message());
            json.put("options", refusal.examples());
        }
        return Json.write(json);
    }

    /** Reads what {@link #json} wrote. */
    static StoredReply read(String json) {
        Map<String, @Nullable Object> raw = Json.readObject(json);
        Params params = new Params("reply", raw);
        String text = String.valueOf(raw.get("text"));
        return switch (params.text("kind")) {
            case "Plan" -> new Plan(params.id("plan"), params.flag("takesBack"));
            case "Explained" -> new Explained(params.id("plan"));
            case "Text" -> new Text(text);
            case "Records" -> new Records(text, query(params.object("query")));
            case "Summary" -> new Summary(text, query(params.object("query")));
            case "Changes" -> new Changes(text, EventFilterJson.read(params));
            case "Past" ->
                new Past(
                        text,
                        params.text("entity"),
                        params.optionalId("record").orElse(null),
                        params.optionalText("field").orElse(null),
                        Instant.parse(params.text("at")));
            case "Entities" -> new Entities();
            case "Question" -> new Question(text, params.texts("options"));
            case "Refusal" -> new Refusal(text, params.texts("options"));
            default -> throw new IllegalStateException("a turn holds an unknown reply");
        };
    }

    private static Map<String, @Nullable Object> query(RecordQuery query) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(QueryJson.write(query));
        json.put("anyText", query.anyText());
        return json;
    }

    private static RecordQuery query(Params params) {
        String anyText = params.optionalText("anyText").orElse(null);
        return QueryJson.read(params).mentioning(anyText);
    }
}
