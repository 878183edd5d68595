package io.frontless.engine.control;

import io.frontless.event.control.EventView;
import io.frontless.operation.MoveField;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The thing that an event changed, so that two events can be told to be about the same one.
 *
 * @param part the key of what belongs to an entity (a field, a view), the id of what belongs to a record (a comment, a link), or the key of
 *     something of the workspace (a role)
 */
record Subject(@Nullable String entity, @Nullable UUID recordId, String part) {

    /** The subject of an event. */
    static Subject of(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        // Moving a field changes the order that the entity has its fields in.
        boolean itself = event.action().startsWith("entity.")
                || event.action().startsWith("record.")
                || event.action().equals(MoveField.NAME);
        if (itself || state == null) {
            return new Subject(event.entity(), event.recordId(), "");
        }
        String kind = event.action().substring(0, event.action().indexOf('.'));
        Object key = Objects.requireNonNullElse(state.get("key"), Objects.requireNonNullElse(state.get("id"), ""));
        return new Subject(event.entity(), event.recordId(), kind + " " + key);
    }

    /** The names whose values an event changed; of a creation or deletion, all of them. */
    static Set<String> changedNames(EventView event) {
        Map<String, @Nullable Object> before = event.before();
        Map<String, @Nullable Object> after = event.after();
        TreeSet<String> names = new TreeSet<>();
        if (before != null) {
            names.addAll(before.keySet());
        }
        if (after != null) {
            names.addAll(after.keySet());
        }
        if (before != null && after != null) {
            names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        }
        return names;
    }
}
