package io.frontless.proof;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of an export (docs/event-format.md §6): how the tree was before it, a place of the tree, or the head that it leads to.
 *
 * @param text the canonical JSON of the values; what other formats carry as the proof
 */
public record ExportLine(SortedMap<String, @Nullable Object> values, String text) {

    /** The line of some values. */
    public static ExportLine of(SortedMap<String, @Nullable Object> values) {
        return new ExportLine(values, CanonicalJson.write(values));
    }

    /** A place of the tree with the row that it stands for; with none where its reader may not see it. */
    public static ExportLine of(
            long position, String leaf, @Nullable LoggedEvent event, @Nullable LoggedRefusal refusal) {
        StoredObject line = new ObjectText()
                .put("leaf", leaf)
                .put("event", event == null ? null : EventJson.of(event))
                .put("refusal", event != null || refusal == null ? null : EventJson.of(refusal))
                .put("position", position)
                .end();
        return new ExportLine(line, line.text());
    }

    /** The line that a text tells; {@link IllegalArgumentException} where it is no JSON object. */
    public static ExportLine read(String text) {
        return new ExportLine(JsonText.readObject(text), text);
    }

    /** Whether it is a place of the tree, and neither beginning nor head. */
    public boolean isPlace() {
        return values.containsKey("position");
    }

    /** Whether it has an event. */
    public boolean isEvent() {
        return values.containsKey("event");
    }

    /** What kind of line it is: {@code export}, {@code event}, {@code refusal}, {@code hidden} or {@code head}. */
    public String kind() {
        if (!isPlace()) {
            return values.containsKey("signature") ? "head" : "export";
        }
        return isEvent() ? "event" : values.containsKey("refusal") ? "refusal" : "hidden";
    }

    /** The event or refused attempt of the line; what is asked of a line that has none is not there. */
    Told told() {
        Object row = values.getOrDefault("event", values.get("refusal"));
        return new Told(row instanceof SortedMap<?, ?> map ? map : CanonicalJson.<@Nullable Object>object());
    }

    /** The values of a row by name; null where it has none of the name. */
    record Told(SortedMap<?, ?> row) {

        @Nullable
        String text(String name) {
            Object value = row.get(name);
            return value == null ? null : value.toString();
        }

        @Nullable
        Object value(String name) {
            return row.get(name);
        }

        /** A value as canonical JSON. */
        @Nullable
        String json(String name) {
            Object value = row.get(name);
            return value == null ? null : CanonicalJson.write(value);
        }

        /** A value of the actor. */
        @Nullable
        String actor(String name) {
            return row.get("actor") instanceof SortedMap<?, ?> actor && actor.get(name) != null
                    ? String.valueOf(actor.get(name))
                    : null;
        }

        /** When it happened. */
        @Nullable
        String time() {
            String time = text("occurredAt");
            return time == null ? text("attemptedAt") : time;
        }
    }
}
