package io.frontless.event.control;

import io.frontless.event.entity.Events;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which events still stand: an event falls when it is taken back, and stands again when that is taken back in turn. */
final class Standing {

    private final Map<UUID, List<UUID>> undoers = new HashMap<>();

    /** Reads the chains of undoing that start at these events; each round goes one undoing deeper. */
    Standing(Events events, UUID workspaceId, Collection<UUID> eventIds) {
        Set<UUID> round = new HashSet<>(eventIds);
        while (!round.isEmpty()) {
            Set<UUID> next = new HashSet<>();
            for (Events.Undoing undoer : events.undoing(workspaceId, round)) {
                undoers.computeIfAbsent(undoer.undoes(), id -> new ArrayList<>())
                        .add(undoer.eventId());
                next.add(undoer.eventId());
            }
            round = next;
        }
    }

    boolean stands(UUID eventId) {
        return undoers.getOrDefault(eventId, List.of()).stream().noneMatch(this::stands);
    }
}
