package io.frontless.proof;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Events and refused attempts as JSON objects, as exports have them (docs/event-format.md §6). What is null is left out. */
public final class EventJson {

    private EventJson() {}

    /** An event. */
    public static SortedMap<String, @Nullable Object> of(LoggedEvent event) {
        SortedMap<String, @Nullable Object> json = CanonicalJson.object();
        json.put("format", EventFormat.EVENT);
        json.put("workspace", event.workspace());
        json.put("seq", event.seq());
        json.put("event", event.event());
        json.put("occurredAt", event.occurredAt());
        LoggedEvent.Who who = event.who();
        SortedMap<String, @Nullable Object> actor = CanonicalJson.object();
        actor.put("kind", who.kind());
        actor.put("id", who.id());
        put(actor, "name", who.name());
        json.put("actor", actor);
        put(json, "source", who.source());
        put(json, "behalfId", who.behalfId());
        put(json, "behalfName", who.behalfName());
        LoggedEvent.What what = event.what();
        json.put("action", what.action());
        put(json, "entity", what.entity());
        put(json, "record", what.record());
        json.put("version", what.version());
        put(json, "before", what.before());
        put(json, "after", what.after());
        put(json, "plan", event.why().plan());
        put(json, "step", event.why().step());
        put(json, "conversation", event.why().conversation());
        put(json, "undoes", event.why().undoes());
        put(json, "link", event.link());
        putProof(json, event.salt(), event.withheld());
        return json;
    }

    /** A refused attempt. */
    public static SortedMap<String, @Nullable Object> of(LoggedRefusal refusal) {
        SortedMap<String, @Nullable Object> json = CanonicalJson.object();
        json.put("format", EventFormat.REFUSAL);
        json.put("workspace", refusal.workspace());
        json.put("seq", refusal.seq());
        json.put("attemptedAt", refusal.attemptedAt());
        SortedMap<String, @Nullable Object> actor = CanonicalJson.object();
        actor.put("kind", refusal.actorKind());
        actor.put("id", refusal.actorId());
        json.put("actor", actor);
        put(json, "source", refusal.source());
        json.put("action", refusal.action());
        json.put("reason", refusal.reason());
        put(json, "message", refusal.message());
        put(json, "plan", refusal.plan());
        putProof(json, refusal.salt(), refusal.withheld());
        return json;
    }

    private static void put(SortedMap<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void putProof(
            SortedMap<String, @Nullable Object> json, @Nullable String salt, LoggedEvent.@Nullable Withheld withheld) {
        if (withheld == null) {
            put(json, "salt", salt);
            return;
        }
        SortedMap<String, @Nullable Object> proof = CanonicalJson.object();
        proof.put("salts", withheld.salts());
        proof.put("digests", withheld.digests());
        proof.put("content", withheld.content());
        json.put("withheld", proof);
    }

    /** The event that an object tells; {@link IllegalArgumentException} where it is none. */
    public static LoggedEvent event(SortedMap<String, @Nullable Object> json) {
        Fields fields = new Fields(json);
        fields.require("format", EventFormat.EVENT);
        Fields actor = fields.object("actor");
        return new LoggedEvent(
                fields.text("workspace"),
                fields.number("seq"),
                fields.text("event"),
                fields.text("occurredAt"),
                new LoggedEvent.Who(
                        actor.text("kind"),
                        actor.text("id"),
                        actor.optional("name"),
                        fields.optional("source"),
                        fields.optional("behalfId"),
                        fields.optional("behalfName")),
                new LoggedEvent.What(
                        fields.text("action"),
                        fields.optional("entity"),
                        fields.optional("record"),
                        fields.number("version"),
                        fields.map("before"),
                        fields.map("after")),
                new LoggedEvent.Why(
                        fields.optional("plan"),
                        fields.optional("step"),
                        fields.optional("conversation"),
                        fields.optional("undoes")),
                fields.optional("salt"),
                fields.withheld(),
                fields.optional("link"));
    }

    /** The refused attempt that an object tells; {@link IllegalArgumentException} where it is none. */
    public static LoggedRefusal refusal(SortedMap<String, @Nullable Object> json) {
        Fields fields = new Fields(json);
        fields.require("format", EventFormat.REFUSAL);
        Fields actor = fields.object("actor");
        return new LoggedRefusal(
                fields.text("workspace"),
                fields.number("seq"),
                fields.text("attemptedAt"),
                actor.text("kind"),
                actor.text("id"),
                fields.optional("source"),
                fields.text("action"),
                fields.text("reason"),
                fields.optional("message"),
                fields.optional("plan"),
                fields.optional("salt"),
                fields.withheld());
    }

    /** What an object tells to be withheld or redacted; {@link IllegalArgumentException} where it tells nothing of the kind. */
    public static LoggedEvent.Withheld withheld(SortedMap<String, @Nullable Object> json) {
        return new Fields(json).asWithheld();
    }

    /** Reads an object by the names that it has to have. */
    private record Fields(SortedMap<String, @Nullable Object> json) {

        void require(String name, String value) {
            if (!value.equals(json.get(name))) {
                throw new IllegalArgumentException("expected " + name + " to be " + value);
            }
        }

        @Nullable
        String optional(String name) {
            Object value = json.get(name);
            if (value == null || value instanceof String) {
                return (String) value;
            }
            throw new IllegalArgumentException("expected the text " + name);
        }

        String text(String name) {
            String text = optional(name);
            if (text == null) {
                throw new IllegalArgumentException("expected the text " + name);
            }
            return text;
        }

        long number(String name) {
            if (json.get(name) instanceof BigDecimal number) {
                return number.longValueExact();
            }
            throw new IllegalArgumentException("expected the whole number " + name);
        }

        @SuppressWarnings("unchecked")
        @Nullable
        SortedMap<String, @Nullable Object> map(String name) {
            Object value = json.get(name);
            if (value == null || value instanceof SortedMap<?, ?>) {
                return (SortedMap<String, @Nullable Object>) value;
            }
            throw new IllegalArgumentException("expected the object " + name);
        }

        Fields object(String name) {
            SortedMap<String, @Nullable Object> value = map(name);
            if (value == null) {
                throw new IllegalArgumentException("expected the object " + name);
            }
            return new Fields(value);
        }

        SortedMap<String, String> texts(String name) {
            Fields object = object(name);
            SortedMap<String, String> texts = CanonicalJson.object();
            object.json.keySet().forEach(key -> texts.put(key, object.text(key)));
            return texts;
        }

        LoggedEvent.@Nullable Withheld withheld() {
            if (json.get("withheld") == null) {
                return null;
            }
            return object("withheld").asWithheld();
        }

        LoggedEvent.Withheld asWithheld() {
            return new LoggedEvent.Withheld(texts("salts"), texts("digests"), text("content"));
        }
    }
}
