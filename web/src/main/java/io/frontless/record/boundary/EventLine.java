package io.frontless.record.boundary;

import io.frontless.event.control.EventView;
import io.frontless.kernel.Actor;
import io.frontless.operation.Operations;
import io.frontless.schema.control.SchemaView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as a line of a ledger.
 *
 * @param title what people call the changed thing
 * @param place the table it is in, or nothing
 * @param recordId the record, where there is one to look at; nothing otherwise
 * @param subject the record that the event is about, there or not; nothing for events about other things
 * @param diffs the first changed fields; {@code more} says how many others there are, or nothing
 * @param standing whether it has not been taken back
 * @param undoable whether it can be
 */
public record EventLine(
        String eventId,
        long seq,
        String moment,
        String clock,
        String day,
        String longDay,
        String did,
        String title,
        String place,
        String entity,
        String recordId,
        String subject,
        String who,
        List<Diff> diffs,
        String more,
        boolean standing,
        boolean undoable,
        boolean undoes,
        String json) {

    private static final int DIFFS_MAX = 6;

    /** The line of an event. */
    public static EventLine of(EventView event, SchemaView schema, Map<String, String> titles) {
        List<Diff> diffs =
                new StateDiff(event.action(), event.entity(), event.before(), event.after(), titles, schema).diffs();
        int hidden = Math.max(0, diffs.size() - DIFFS_MAX);
        boolean there = event.recordId() != null && event.after() != null;
        return new EventLine(
                event.eventId().toString(),
                event.seq(),
                event.timestamp().toString(),
                TimeText.clock(event.timestamp()),
                TimeText.day(event.timestamp()),
                TimeText.longDay(event.timestamp()),
                ActionWords.of(event.action()).did(),
                title(event, schema, titles),
                place(event, schema),
                Optional.ofNullable(event.entity()).orElse(""),
                there ? String.valueOf(event.recordId()) : "",
                event.recordId() == null ? "" : event.recordId().toString(),
                who(event.actor()),
                diffs.subList(0, diffs.size() - hidden),
                hidden == 0 ? "" : "and " + ValueText.count(hidden, "other field"),
                event.standing(),
                event.standing() && Operations.reversalOf(event.action()).isUndoable(),
                event.undoes() != null,
                EventJson.of(event));
    }

    private static String title(EventView event, SchemaView schema, Map<String, String> titles) {
        Map<String, @Nullable Object> state = state(event);
        if (event.recordId() == null) {
            return ValueText.of(state.get("label"));
        }
        String id = event.recordId().toString();
        String title = schema.entity(String.valueOf(event.entity()))
                .flatMap(entity -> entity.titleField())
                .map(field -> ValueText.of(field, state.get(field.key()), titles))
                .orElse("");
        return title.isEmpty() ? titles.getOrDefault(id, id.substring(0, 8)) : title;
    }

    private static String place(EventView event, SchemaView schema) {
        boolean inside = event.recordId() != null || event.action().startsWith("field.");
        return inside ? FieldText.label(event.entity(), schema) : "";
    }

    private static Map<String, @Nullable Object> state(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return state == null ? Map.of() : state;
    }

    /** Who, and for whom, in words. */
    static String who(Actor actor) {
        Actor.Principal behalf = actor.behalf();
        return behalf == null ? party(actor) : party(actor) + " for " + behalf.name();
    }

    private static String party(Actor actor) {
        return switch (actor.kind()) {
            case PERSON -> actor.name();
            case AGENT -> "agent " + actor.name();
            case API_KEY -> "API key " + actor.name();
            case RULE -> "rule " + actor.name();
            case CONNECTION -> "connection " + actor.name();
            case OPERATOR -> "operator " + actor.name();
        };
    }
}
