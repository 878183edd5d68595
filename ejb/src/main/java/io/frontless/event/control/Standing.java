package io.frontless.event.control;

import io.frontless.event.entity.Events;
import io.frontless.event.entity.StoredEvent;
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
            for (StoredEvent undoer : events.undoing(workspaceId, round)) {
                UUID undone = undoer.cause().undoes();
                if (undone != null) {
                    undoers.computeIfAbsent(undone, id -> new ArrayList<>()).add(undoer.id());
                    next.add(undoer.id());
                }
            }
            round = next;
        }
    }

    boolean stands(UUID eventId) {
        return undoers.getOrDefault(eventId, List.of()).stream().noneMatch(this::stands);
    }
}
