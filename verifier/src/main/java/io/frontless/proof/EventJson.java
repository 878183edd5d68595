package io.frontless.proof;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Events and refused attempts as JSON objects, as exports have them (docs/event-format.md §6). What is null is left out. */
public final class EventJson {

    private EventJson() {}

    /** An event. */
    public static StoredObject of(LoggedEvent event) {
        LoggedEvent.Who who = event.who();
        LoggedEvent.What what = event.what();
        LoggedEvent.Why why = event.why();
        LoggedEvent.Withheld withheld = event.withheld();
        return new ObjectText()
                .put("seq", event.seq())
                .put("link", event.link())
                .put("plan", why.plan())
                .put("salt", withheld == null ? event.salt() : null)
                .put("step", why.step())
                .put("actor", actor(who.id(), who.kind(), who.name()))
                .put("after", what.after())
                .put("event", event.event())
                .put("action", what.action())
                .put("before", what.before())
                .put("entity", what.entity())
                .put("format", EventFormat.EVENT)
                .put("record", what.record())
                .put("source", who.source())
                .put("undoes", why.undoes())
                .put("version", what.version())
                .put("behalfId", who.behalfId())
                .put("withheld", proof(withheld))
                .put("workspace", event.workspace())
                .put("behalfName", who.behalfName())
                .put("occurredAt", event.occurredAt())
                .put("conversation", why.conversation())
                .end();
    }

    /** A refused attempt. */
    public static StoredObject of(LoggedRefusal refusal) {
        LoggedEvent.Withheld withheld = refusal.withheld();
        return new ObjectText()
                .put("seq", refusal.seq())
                .put("plan", refusal.plan())
                .put("salt", withheld == null ? refusal.salt() : null)
                .put("actor", actor(refusal.actorId(), refusal.actorKind(), null))
                .put("action", refusal.action())
                .put("format", EventFormat.REFUSAL)
                .put("reason", refusal.reason())
                .put("source", refusal.source())
                .put("message", refusal.message())
                .put("withheld", proof(withheld))
                .put("workspace", refusal.workspace())
                .put("attemptedAt", refusal.attemptedAt())
                .end();
    }

    private static StoredObject actor(String id, String kind, @Nullable String name) {
        return new ObjectText()
                .put("id", id)
                .put("kind", kind)
                .put("name", name)
                .end();
    }

    private static @Nullable StoredObject proof(LoggedEvent.@Nullable Withheld withheld) {
        return withheld == null
                ? null
                : new ObjectText()
                        .put("salts", withheld.salts())
                        .put("content", withheld.content())
                        .put("digests", withheld.digests())
                        .end();
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
