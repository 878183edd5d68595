package io.frontless.engine.control;

import io.frontless.event.control.EventView;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the things that an undo touches will be by the time each of its steps runs: as they are now, less what later steps took back. */
final class UndoState {

    /** Families of operations that speak of a part of an entity by its key. */
    private static final Set<String> PARTS = Set.of("field", "view", "constraint");

    private final HandlerRegistry registry;
    private final Execution execution;
    private final Map<Object, @Nullable Map<String, @Nullable Object>> stateAfterUndo = new HashMap<>();

    UndoState(HandlerRegistry registry, Execution execution) {
        this.registry = registry;
        this.execution = execution;
    }

    /** Refuses an event whose thing is no longer as it left it; answers the version to rely on, null where an earlier step of this undo changes it. */
    @Nullable
    Long require(EventView event) {
        Object subject = List.of(String.valueOf(event.entity()), String.valueOf(event.recordId()), part(event));
        boolean touchedBefore = stateAfterUndo.containsKey(subject);
        Present present = touchedBefore
                ? new Present(stateAfterUndo.get(subject), 0)
                : registry.handlerOf(event).present(event, execution);
        requireAsLeft(event, present.state());
        stateAfterUndo.put(subject, event.before());
        return touchedBefore ? null : Long.valueOf(present.version());
    }

    private static void requireAsLeft(EventView event, @Nullable Map<String, @Nullable Object> now) {
        Map<String, @Nullable Object> after = event.after();
        if (now == null || after == null) {
            if (now != null || after != null) {
                throw Rejection.conflict(
                        String.valueOf(event.entity()),
                        after == null ? "still deleted" : "still there",
                        after == null ? "there again" : "deleted since");
            }
            return;
        }
        List<Rejection.Detail> changed = changedSince(event, after, now);
        if (!changed.isEmpty()) {
            throw new Rejection(
                    Reason.CONFLICT,
                    "changed since, so undoing it would overwrite a later edit: "
                            + changed.stream().map(Rejection.Detail::field).toList(),
                    changed);
        }
    }

    /** The names that the event changed and that hold something else now; of a creation, all of them. */
    private static List<Rejection.Detail> changedSince(
            EventView event, Map<String, @Nullable Object> after, Map<String, @Nullable Object> now) {
        Map<String, @Nullable Object> before = event.before();
        TreeSet<String> names = new TreeSet<>(after.keySet());
        names.addAll(before == null ? now.keySet() : before.keySet());
        List<Rejection.Detail> changed = new ArrayList<>();
        for (String name : names) {
            boolean touched = before == null || !Objects.equals(before.get(name), after.get(name));
            if (touched && !Objects.equals(after.get(name), now.get(name))) {
                changed.add(new Rejection.Detail(name, String.valueOf(after.get(name)), String.valueOf(now.get(name))));
            }
        }
        return changed;
    }

    private static String part(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        String family = event.action().substring(0, event.action().indexOf('.'));
        Object key = state == null || !PARTS.contains(family) ? null : state.get("key");
        return key == null ? "" : family + ":" + key;
    }
}
