package io.frontless.record.control;

import io.frontless.event.control.EventView;
import io.frontless.event.control.EventVisibility;
import io.frontless.operation.Permission;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.StoredRecord;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows of the log what the caller may read today: history tells no more than the tables do, and addresses only to those who decide about people. */
@Dependent
public class RecordVisibility implements EventVisibility {

    private static final List<String> OF_PEOPLE =
            List.of("role.", "member.", "invitation.", "policy.", "hold.", "sink.", "retention.", "approval.");

    private static final List<String> OF_KEYS = List.of("apikey.", "key.", "secret.");

    private final Records records;
    private final RecordAccess recordAccess;

    @Inject
    public RecordVisibility(Records records, RecordAccess recordAccess) {
        this.records = records;
        this.recordAccess = recordAccess;
    }

    @Override
    public List<EventView> visible(Caller caller, List<EventView> events) {
        Access access = caller.access();
        if (access.readsEverything()
                && access.allows(Permission.MANAGE_ROLES, null)
                && access.allows(Permission.MANAGE_KEYS, null)) {
            return events;
        }
        List<EventView> readable =
                events.stream().filter(event -> isOfReadable(access, event)).toList();
        Map<UUID, Map<String, @Nullable Object>> living = living(caller, readable);
        return readable.stream()
                .filter(event -> isReadable(caller, event, living))
                .map(event -> masked(event, access))
                .map(event -> access.allows(Permission.MANAGE_ROLES, null) ? event : event.withoutSource())
                .toList();
    }

    /** Who may do what is told only to those who decide it. */
    private static boolean isOfReadable(Access access, EventView event) {
        if (event.entity() == null) {
            boolean ofPeople = OF_PEOPLE.stream().anyMatch(event.action()::startsWith);
            boolean ofKeys = OF_KEYS.stream().anyMatch(event.action()::startsWith);
            return !(ofPeople && !access.allows(Permission.MANAGE_ROLES, null))
                    && !(ofKeys && !access.allows(Permission.MANAGE_KEYS, null));
        }
        boolean ofField = event.recordId() == null && event.action().startsWith("field.");
        return access.allows(Permission.READ, event.entity())
                && !(ofField && access.hidden(event.entity()).contains(keyOf(event)));
    }

    private static String keyOf(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return state == null ? "" : String.valueOf(state.get("key"));
    }

    /** The present values of the records that these events changed, of those that are read by a filter. */
    private Map<UUID, Map<String, @Nullable Object>> living(Caller caller, List<EventView> events) {
        Set<UUID> ids = events.stream()
                .filter(event -> event.entity() != null && !caller.access().readsAllOf(event.entity()))
                .flatMap(event -> Stream.ofNullable(event.recordId()))
                .collect(Collectors.toSet());
        Map<UUID, Map<String, @Nullable Object>> living = new HashMap<>();
        if (!ids.isEmpty()) {
            for (StoredRecord record : records.findAll(caller.workspaceId(), ids)) {
                if (!record.deleted()) {
                    living.put(record.id(), RecordState.values(record));
                }
            }
        }
        return living;
    }

    private boolean isReadable(Caller caller, EventView event, Map<UUID, Map<String, @Nullable Object>> living) {
        String entity = event.entity();
        if (entity == null || event.recordId() == null || caller.access().readsAllOf(entity)) {
            return true;
        }
        return Stream.of(
                        Stream.ofNullable(event.before()),
                        Stream.ofNullable(event.after()),
                        Stream.ofNullable(living.get(event.recordId())))
                .flatMap(state -> state)
                .allMatch(state -> recordAccess.allows(caller, Permission.READ, entity, state));
    }

    private static EventView masked(EventView event, Access access) {
        Set<String> hidden = event.entity() == null ? Set.of() : access.hidden(event.entity());
        return hidden.isEmpty()
                ? event
                : event.with(masked(event, event.before(), hidden), masked(event, event.after(), hidden));
    }

    private static @Nullable Map<String, @Nullable Object> masked(
            EventView event, @Nullable Map<String, @Nullable Object> state, Set<String> hidden) {
        if (state == null) {
            return null;
        }
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(state);
        if (event.recordId() != null) {
            shown.keySet().removeAll(hidden);
        } else {
            shown.computeIfPresent("fields", (name, fields) -> unhidden(fields, hidden));
        }
        return shown;
    }

    /** An entity's state lists its fields. */
    private static Object unhidden(Object fields, Set<String> hidden) {
        return fields instanceof Collection<?> all
                ? all.stream()
                        .filter(field -> !(field instanceof Map<?, ?> spec
                                && hidden.contains(Objects.toString(spec.get("key")))))
                        .toList()
                : fields;
    }
}
