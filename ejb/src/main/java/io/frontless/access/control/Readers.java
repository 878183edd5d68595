package io.frontless.access.control;

import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.event.control.EventVisibility;
import io.frontless.event.control.PastStates;
import io.frontless.identity.control.People;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.record.control.PastRecords;
import io.frontless.record.control.RecordAccess;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells those who decide who may do what which members can see a record or an event, now or at a time, and by which grants. */
@Stateless
@InWorkspace
public class Readers {

    @Inject
    AccessPast access;

    @Inject
    People people;

    @Inject
    PastRecords records;

    @Inject
    RecordAccess allowed;

    @Inject
    EventQueries events;

    @Inject
    PastStates log;

    @Inject
    EventVisibility visibility;

    @Inject
    Clock clock;

    /** Of a record as it was at a time; null is now. NOT_FOUND where it was not there then, or is not for the caller to see. */
    public List<ReaderView> ofRecord(Caller caller, String entity, UUID id, @Nullable Instant at) {
        caller.require(Permission.MANAGE_ROLES, null);
        Instant time = at == null ? clock.instant() : at;
        records.record(caller, entity, id, time);
        EventView state = Objects.requireNonNull(
                log.ofRecords(caller.workspaceId(), List.of(id), time).get(id));
        return readers(caller.workspaceId(), entity, time, one -> allows(one, entity, state.after()));
    }

    /** Of an event, with the roles of a time; null is now. */
    public List<ReaderView> ofEvent(Caller caller, UUID eventId, @Nullable Instant at) {
        caller.require(Permission.MANAGE_ROLES, null);
        Instant time = at == null ? clock.instant() : at;
        events.event(caller, eventId);
        EventView event = log.event(caller.workspaceId(), eventId);
        if (time.isBefore(event.timestamp()) || time.isAfter(clock.instant())) {
            throw Rejection.invalid("at", "a time since the event that has passed", time);
        }
        return readers(caller.workspaceId(), event.entity(), time, one -> sees(one, event, time));
    }

    /** A record's event is seen by whoever may read the record as it was before and after it, and as it was at the time that is asked of. */
    private boolean sees(Caller one, EventView event, Instant at) {
        String entity = event.entity();
        UUID record = event.recordId();
        if (entity == null || record == null) {
            return !visibility.visible(one, List.of(event)).isEmpty();
        }
        EventView then = log.ofRecords(one.workspaceId(), List.of(record), at).get(record);
        return Stream.of(
                        Stream.ofNullable(event.before()),
                        Stream.ofNullable(event.after()),
                        Stream.ofNullable(then == null ? null : then.after()))
                .flatMap(state -> state)
                .allMatch(state -> allows(one, entity, state));
    }

    private boolean allows(Caller one, String entity, @Nullable Map<String, @Nullable Object> state) {
        return state != null && allowed.allows(one, Permission.READ, entity, state);
    }

    private List<ReaderView> readers(UUID workspaceId, @Nullable String entity, Instant at, Predicate<Caller> sees) {
        Map<UUID, Role> roles = access.at(workspaceId, at);
        Map<UUID, Person> known = people.byId(roles.keySet());
        List<ReaderView> readers = new ArrayList<>();
        roles.forEach((account, role) -> {
            Person person = known.get(account);
            String name = person == null ? account.toString() : person.name();
            Caller one = new Caller(workspaceId, Actor.person(account, name), role.access());
            if (sees.test(one)) {
                readers.add(new ReaderView(
                        account, name, role.key(), role.label(), grants(one, entity, sees), hidden(role, entity)));
            }
        });
        readers.sort(Comparator.comparing(ReaderView::name, String.CASE_INSENSITIVE_ORDER));
        return readers;
    }

    /** Those grants that alone would do; where none would, all that speak of it. */
    private static List<Grant> grants(Caller one, @Nullable String entity, Predicate<Caller> sees) {
        List<Grant> giving = one.access().grants().stream()
                .filter(grant -> grant.gives(Permission.READ, entity))
                .toList();
        List<Grant> enough = giving.stream()
                .filter(grant -> sees.test(new Caller(
                        one.workspaceId(), one.actor(), new Access(one.access().role(), List.of(grant)))))
                .toList();
        return enough.isEmpty() ? giving : enough;
    }

    private static Set<String> hidden(Role role, @Nullable String entity) {
        return entity == null ? Set.of() : role.access().hidden(entity);
    }
}
