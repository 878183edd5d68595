package io.frontless.engine.control;

import io.frontless.engine.control.UndoSelection.Selected;
import io.frontless.event.control.EventReader;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds what was built later on events that are to be taken back: a record under a field, a reference to a record, a later edit. */
@Dependent
public class UndoDependents {

    private final EventReader events;
    private final Referrers referrers;

    @Inject
    public UndoDependents(EventReader events, Referrers referrers) {
        this.events = events;
        this.referrers = referrers;
    }

    /** The events with all that depend on them and still stand, the latest first. */
    List<Selected> with(UUID workspaceId, List<Selected> selected) {
        Map<UUID, EventView> known = new HashMap<>();
        for (int from = 0; from < selected.size(); from += Limits.BATCH_STEPS) {
            List<Selected> some = selected.subList(from, Math.min(from + Limits.BATCH_STEPS, selected.size()));
            events.all(workspaceId, some.stream().map(Selected::eventId).toList())
                    .forEach(event -> known.put(event.eventId(), event));
        }
        Set<UUID> taken = new HashSet<>(known.keySet());
        long first = selected.get(selected.size() - 1).seq();
        // Each round looks one reference further; most undos need one.
        for (int before = -1; before != taken.size(); ) {
            before = taken.size();
            Taint taint = taint(known, taken);
            candidates(workspaceId, taint, first).forEach(event -> known.putIfAbsent(event.eventId(), event));
            taint(known, taken);
            if (taken.size() > Limits.PLAN_ROWS_MAX) {
                throw Rejection.of(
                        Reason.LIMIT, "dependents", "at most " + Limits.PLAN_ROWS_MAX + " events at once", "more");
            }
        }
        return taken.stream()
                .map(known::get)
                .map(event -> new Selected(event.seq(), event.eventId()))
                .sorted(Comparator.comparingLong(Selected::seq).reversed())
                .toList();
    }

    /** Goes through the events in the order they happened; whatever builds on one that is taken is taken as well. */
    private static Taint taint(Map<UUID, EventView> known, Set<UUID> taken) {
        Taint taint = new Taint();
        List<EventView> inOrder = new ArrayList<>(known.values());
        inOrder.sort(Comparator.comparingLong(EventView::seq));
        for (EventView event : inOrder) {
            UUID undoes = event.undoes();
            boolean stands = event.standing() && (undoes == null || !taken.contains(undoes));
            if (taken.contains(event.eventId()) || (stands && taint.reaches(event))) {
                taken.add(event.eventId());
                taint.take(event);
            }
        }
        return taint;
    }

    private List<EventView> candidates(UUID workspaceId, Taint taint, long first) {
        Set<UUID> records = new HashSet<>(taint.records());
        records.addAll(referrers.of(workspaceId, taint.goneRecords()));
        List<EventView> found = new ArrayList<>(events.ofRecords(workspaceId, records, first));
        found.addAll(events.ofEntities(workspaceId, taint.entities(), first));
        return found;
    }
}
