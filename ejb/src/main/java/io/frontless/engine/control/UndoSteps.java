package io.frontless.engine.control;

import io.frontless.engine.control.Findings.Finding;
import io.frontless.engine.control.Findings.Kind;
import io.frontless.engine.control.UndoSelection.Selected;
import io.frontless.event.control.EventReader;
import io.frontless.event.control.EventView;
import io.frontless.event.control.EventVisibility;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operations;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.Undo.OnConflict;
import io.frontless.operation.UndoTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an undo, in portions: in each, every thing occurs once, so that it is compared with the event as it is when that event's turn
 * comes. A later edit is a conflict and never silently overwritten.
 */
final class UndoSteps implements Children {

    private final Sources sources;
    private final Undo undo;
    private final Execution execution;
    private final List<Selected> selected;
    private final Map<String, EventView> eventByStep = new HashMap<>();
    private final List<Rejection> conflicts = new ArrayList<>();
    private boolean dependency;
    private int place;
    private int eventsTold;

    /** Where an undo looks things up. */
    record Sources(
            EventReader events, EventVisibility visibility, HandlerRegistry registry, UndoDependents dependents) {}

    UndoSteps(Sources sources, Undo undo, Execution execution, List<Selected> selected) {
        this.sources = sources;
        this.undo = undo;
        this.execution = execution;
        this.selected = selected;
    }

    @Override
    public List<Step> next() {
        while (place < selected.size()) {
            List<Step> steps = new ArrayList<>();
            List<EventView> portion = portion();
            Set<UUID> known = known(portion);
            for (EventView event : portion) {
                if (known.contains(event.eventId())) {
                    step(event).ifPresent(steps::add);
                } else {
                    conflict(Kind.PERMISSION, event, denied());
                }
            }
            if (!steps.isEmpty()) {
                return steps;
            }
        }
        if (!conflicts.isEmpty()) {
            throw refusal();
        }
        return List.of();
    }

    @Override
    public void refused(Step step, Rejection rejection) {
        conflict(kindOf(rejection), Objects.requireNonNull(eventByStep.get(step.id())), rejection);
    }

    /** The next events, up to the first whose thing occurs among them already. */
    private List<EventView> portion() {
        List<Selected> some = selected.subList(place, Math.min(place + Limits.BATCH_STEPS, selected.size()));
        List<EventView> portion = new ArrayList<>();
        Set<Subject> subjects = new HashSet<>();
        for (EventView event : sources.events()
                .all(
                        execution.workspaceId(),
                        some.stream().map(Selected::eventId).toList())) {
            if (!subjects.add(Subject.of(event))) {
                break;
            }
            portion.add(event);
        }
        place += portion.size();
        eventByStep.clear();
        prefetch(portion);
        return portion;
    }

    /** The events that the caller may know of; of an edit, every value that it changed. */
    private Set<UUID> known(List<EventView> portion) {
        Map<UUID, EventView> seen = new HashMap<>();
        sources.visibility().visible(execution.caller(), portion).forEach(event -> seen.put(event.eventId(), event));
        if (seen.isEmpty() && eventsTold == 0) {
            throw undo.target() instanceof UndoTarget.Event one
                    ? Rejection.notFound("event", one.eventId())
                    : UndoSelection.nothing();
        }
        eventsTold += seen.size();
        Set<UUID> known = new HashSet<>();
        for (EventView event : portion) {
            EventView shown = seen.get(event.eventId());
            boolean edit = event.before() != null && event.after() != null;
            if (shown != null && (!edit || Subject.changedNames(shown).equals(Subject.changedNames(event)))) {
                known.add(event.eventId());
            }
        }
        return known;
    }

    private static Rejection denied() {
        return new Rejection(Reason.DENIED, "your role in this workspace does not allow to take all of this back");
    }

    private void prefetch(List<EventView> portion) {
        Map<String, List<EventView>> byAction = new LinkedHashMap<>();
        portion.forEach(event -> byAction.computeIfAbsent(event.action(), key -> new ArrayList<>())
                .add(event));
        byAction.values()
                .forEach(some -> sources.registry().handlerOf(some.get(0)).prefetchPresent(some, execution));
    }

    private Optional<Step> step(EventView event) {
        if (!Operations.reversalOf(event.action()).isUndoable()) {
            conflict(Kind.EXTERNAL, event, Rejection.conflict("event", "one that can be taken back", event.action()));
            return Optional.empty();
        }
        if (event.isRedacted()) {
            conflict(
                    Kind.DATA,
                    event,
                    Rejection.conflict("event", "one of which nothing was redacted", "one with redacted values"));
            return Optional.empty();
        }
        OperationHandler<?> handler = sources.registry().handlerOf(event);
        Present present = handler.present(event, execution);
        Optional<Rejection> changed = changedSince(event, present.state(), hidden(event));
        if (changed.isPresent()) {
            boolean overwritten =
                    undo.onConflict() == OnConflict.FORCE && present.state() != null && event.after() != null;
            if (!overwritten) {
                conflict(Kind.DATA, event, changed.get());
                return Optional.empty();
            }
            report(Kind.DATA, event, changed.get());
        }
        Step step = Step.of("u" + event.seq(), handler.inverse(event)).undoing(event.eventId());
        eventByStep.put(step.id(), event);
        return Optional.of(present.version() > 0 ? step.expecting(present.version()) : step);
    }

    private void conflict(Kind kind, EventView event, Rejection rejection) {
        if (undo.onConflict() == OnConflict.SKIP) {
            report(kind, event, rejection);
            return;
        }
        dependency |= kind == Kind.DEPENDENCY || event.before() == null;
        conflicts.add(rejection);
        if (conflicts.size() >= Limits.PREVIEW_ROWS_MAX) {
            throw refusal();
        }
    }

    private void report(Kind kind, EventView event, Rejection rejection) {
        execution
                .findings()
                .add(new Finding(kind, event.eventId(), event.entity(), event.recordId(), rejection.message()));
    }

    /** All conflicts at once, with what was built on the events later. */
    private Rejection refusal() {
        if (conflicts.stream().anyMatch(one -> one.reason() == Reason.DENIED)) {
            return conflicts.stream()
                    .filter(one -> one.reason() == Reason.DENIED)
                    .findFirst()
                    .orElseThrow();
        }
        List<Rejection.Detail> details = new ArrayList<>();
        conflicts.forEach(one -> details.addAll(one.details()));
        dependents().forEach(details::add);
        Rejection first = conflicts.get(0);
        String message = conflicts.size() == 1
                ? first.message()
                : conflicts.size() + " things cannot be taken back; the first: " + first.message();
        return new Rejection(first.reason(), message, details);
    }

    private List<Rejection.Detail> dependents() {
        if (!dependency || undo.dependents()) {
            return List.of();
        }
        Set<UUID> own = new HashSet<>();
        selected.forEach(one -> own.add(one.eventId()));
        List<UUID> others = sources.dependents().with(execution.workspaceId(), selected).stream()
                .map(Selected::eventId)
                .filter(id -> !own.contains(id))
                .limit(Limits.PREVIEW_ROWS_MAX)
                .toList();
        return sources.events().all(execution.workspaceId(), others).stream()
                .map(event -> new Rejection.Detail(
                        "dependents", "none, or to be taken back as well", event.action() + ", event " + event.seq()))
                .toList();
    }

    private static Kind kindOf(Rejection rejection) {
        return switch (rejection.reason()) {
            case DENIED -> Kind.PERMISSION;
            case NOT_FOUND, INVALID -> Kind.SCHEMA;
            case CONFLICT ->
                rejection.details().stream()
                                .anyMatch(detail -> detail.expected().contains("refers to"))
                        ? Kind.DEPENDENCY
                        : Kind.CONSTRAINT;
            case HELD, SEALED, LIMIT, UNAVAILABLE -> throw rejection;
        };
    }

    /** The fields that do not exist for the caller, and so must not be named in a conflict. */
    private Set<String> hidden(EventView event) {
        String entity = event.entity();
        return entity == null || event.recordId() == null
                ? Set.of()
                : execution.caller().access().hidden(entity);
    }

    /** What the event changed and what holds something else now; of a creation, everything. */
    private static Optional<Rejection> changedSince(
            EventView event, @Nullable Map<String, @Nullable Object> now, Set<String> hidden) {
        Map<String, @Nullable Object> after = event.after();
        if (now == null || after == null) {
            return now == null && after == null
                    ? Optional.empty()
                    : Optional.of(Rejection.conflict(
                            String.valueOf(event.entity()),
                            after == null ? "still deleted" : "still there",
                            after == null ? "there again" : "deleted since"));
        }
        Set<String> names = new HashSet<>(Subject.changedNames(event));
        if (event.before() == null) {
            names.addAll(now.keySet());
        }
        List<Rejection.Detail> changed = names.stream()
                .sorted()
                .filter(name -> !Objects.equals(after.get(name), now.get(name)))
                .map(name -> hidden.contains(name)
                        ? new Rejection.Detail("values", "as they were left", "others")
                        : new Rejection.Detail(name, String.valueOf(after.get(name)), String.valueOf(now.get(name))))
                .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection(
                        Reason.CONFLICT,
                        "changed since, so undoing it would overwrite a later edit: "
                                + changed.stream()
                                        .map(Rejection.Detail::field)
                                        .distinct()
                                        .toList(),
                        changed));
    }
}
