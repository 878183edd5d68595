package io.frontless.record.control;

import io.frontless.event.control.EventView;
import io.frontless.event.control.EventVisibility;
import io.frontless.event.control.PastStates;
import io.frontless.event.control.Redacted;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Permission;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaPast;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of the events that left them the records that people saw at a time: typed, computed and called as they were then. */
@Dependent
public class PastViews {

    private final PastStates events;
    private final EventVisibility visibility;
    private final SchemaPast past;
    private final SchemaReader present;
    private final ReadValues values;

    @Inject
    public PastViews(
            PastStates events, EventVisibility visibility, SchemaPast past, SchemaReader present, ReadValues values) {
        this.events = events;
        this.visibility = visibility;
        this.past = past;
        this.present = present;
        this.values = values;
    }

    /** Takes out the states of records that the caller may not read, as they were or as they are today. */
    void keepReadable(Caller caller, Map<UUID, EventView> states) {
        List<EventView> asTheyWere = states.values().stream()
                .map(event -> event.with(null, event.after()))
                .toList();
        Set<UUID> readable = visibility.visible(caller, asTheyWere).stream()
                .map(event -> Objects.requireNonNull(event.recordId()))
                .collect(Collectors.toSet());
        states.keySet().retainAll(readable);
    }

    /** The records; {@code whole} has the fields that the caller does not see, too, for others can be computed of them. */
    List<RecordView> of(Caller caller, EntityView whole, List<EventView> states, Instant at) {
        EntityView shown = whole.without(caller.access().hidden(whole.key()));
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (EventView state : states) {
            Map<String, @Nullable Object> read = read(caller.workspaceId(), whole, state);
            read.keySet().removeIf(field -> shown.field(field).isEmpty());
            all.add(read);
        }
        Map<String, String> titles = titles(caller, shown, all, at);
        List<RecordView> views = new ArrayList<>();
        for (int index = 0; index < states.size(); index++) {
            UUID id = Objects.requireNonNull(states.get(index).recordId());
            views.add(new RecordView(
                    whole.key(),
                    id,
                    states.get(index).version(),
                    Titles.title(shown, all.get(index), id, titles),
                    new Values(all.get(index)),
                    titles));
        }
        return views;
    }

    /**
     * What was given as a title, before its field became a reference, can be found only while the target is there. What was redacted is left
     * out: the event tells that it was.
     */
    private Map<String, @Nullable Object> read(UUID workspaceId, EntityView entity, EventView state) {
        Map<String, @Nullable Object> stored = new LinkedHashMap<>(Objects.requireNonNull(state.after()));
        stored.values().removeIf(Redacted::is);
        for (FieldSpec field : entity.fields()) {
            boolean lost = field.type() == FieldType.REFERENCE
                    && stored.get(field.key()) instanceof String given
                    && !References.isId(given)
                    && present.find(workspaceId, String.valueOf(field.target())).isEmpty();
            if (lost) {
                stored.remove(field.key());
            }
        }
        return values.of(workspaceId, entity, stored);
    }

    /** What people called then the records that references pointed to, by their id. */
    private Map<String, String> titles(
            Caller caller, EntityView entity, List<Map<String, @Nullable Object>> all, Instant at) {
        Map<String, Set<UUID>> idsByTarget = new HashMap<>();
        for (FieldSpec field : entity.fields()) {
            String target = field.target();
            if (target != null && caller.access().allows(Permission.READ, target)) {
                Set<UUID> ids = idsByTarget.computeIfAbsent(target, key -> new HashSet<>());
                all.forEach(state -> {
                    if (state.get(field.key()) instanceof String id && References.isId(id)) {
                        ids.add(UUID.fromString(id));
                    }
                });
            }
        }
        Map<String, String> titles = new HashMap<>();
        idsByTarget.forEach((target, ids) -> titles.putAll(titles(caller, target, ids, at)));
        return titles;
    }

    private Map<String, String> titles(Caller caller, String target, Set<UUID> ids, Instant at) {
        Optional<EntityView> entity = ids.isEmpty() ? Optional.empty() : past.at(caller.workspaceId(), target, at);
        if (entity.isEmpty()) {
            return Map.of();
        }
        EntityView shown = entity.get().without(caller.access().hidden(target));
        Map<UUID, EventView> states = events.ofRecords(caller.workspaceId(), ids, at);
        keepReadable(caller, states);
        Map<String, String> titles = new HashMap<>();
        states.forEach((id, state) ->
                titles.put(id.toString(), Titles.title(shown, Objects.requireNonNull(state.after()), id, Map.of())));
        return titles;
    }
}
