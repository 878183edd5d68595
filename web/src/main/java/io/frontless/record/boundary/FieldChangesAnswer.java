package io.frontless.record.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.event.boundary.EventAnswer;
import io.frontless.event.control.EventView;
import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event of a record as its changes, field by field. */
final class FieldChangesAnswer {

    private FieldChangesAnswer() {}

    /**
     * The event with its changes.
     *
     * @param then the entity as it was at the event; null where that is not known
     */
    static Map<String, @Nullable Object> of(EventView event, @Nullable EntityView then) {
        return new JsonAnswer()
                .with("eventId", event.eventId())
                .with("sequence", event.seq())
                .with("timestamp", event.timestamp())
                .with("action", event.action())
                .with("actor", EventAnswer.actor(event.actor()))
                .with("standing", event.standing())
                .with("changes", changes(event, then))
                .map();
    }

    /** In the order of the entity's fields; what is none of them, such as a comment's text, comes after. */
    private static List<Map<String, @Nullable Object>> changes(EventView event, @Nullable EntityView then) {
        Map<String, @Nullable Object> before = Objects.requireNonNullElse(event.before(), Map.of());
        Map<String, @Nullable Object> after = Objects.requireNonNullElse(event.after(), Map.of());
        Set<String> keys = new LinkedHashSet<>();
        if (then != null) {
            then.fields().forEach(field -> keys.add(field.key()));
        }
        keys.addAll(before.keySet());
        keys.addAll(after.keySet());
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (String key : keys) {
            if (!Objects.equals(before.get(key), after.get(key))) {
                changes.add(new JsonAnswer()
                        .with("field", key)
                        .with("label", label(then, key))
                        .with("before", before.get(key))
                        .with("after", after.get(key))
                        .map());
            }
        }
        return changes;
    }

    private static String label(@Nullable EntityView then, String key) {
        return Optional.ofNullable(then)
                .flatMap(entity -> entity.field(key))
                .map(FieldSpec::label)
                .orElse(key);
    }
}
