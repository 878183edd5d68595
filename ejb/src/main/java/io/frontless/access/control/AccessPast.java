package io.frontless.access.control;

import io.frontless.event.control.EventView;
import io.frontless.event.control.PastStates;
import io.frontless.operation.Grant;
import io.frontless.operation.Params;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who belonged to a workspace at a time, and what their roles allowed then: what is so today, taken back to what the first event after that time has found.
 */
@Dependent
public class AccessPast {

    private static final List<String> OF_MEMBERS = List.of(
            "member.admit",
            "member.join",
            "member.assign",
            "member.suspend",
            "member.resume",
            "member.remove",
            "member.restore",
            "member.leave");

    private static final List<String> OF_ROLES = List.of("role.create", "role.update", "role.delete", "role.restore");

    private final Members members;
    private final Roles roles;
    private final PastStates events;

    @Inject
    public AccessPast(Members members, Roles roles, PastStates events) {
        this.members = members;
        this.roles = roles;
        this.events = events;
    }

    /** The members who could enter the workspace, by their id, with the roles that they had. */
    Map<UUID, Role> at(UUID workspaceId, Instant at) {
        Map<String, Optional<Role>> rolesThen = new HashMap<>();
        first(workspaceId, OF_ROLES, at).forEach((key, before) -> rolesThen.put(key, role(before)));
        Map<String, Map<String, @Nullable Object>> seatsThen = first(workspaceId, OF_MEMBERS, at);
        Map<UUID, Role> found = new HashMap<>();
        for (Seat seat : seats(workspaceId)) {
            Map<String, @Nullable Object> then = seatsThen.get(seat.accountId().toString());
            roleOf(seat, then)
                    .flatMap(key -> rolesThen.getOrDefault(key, today(workspaceId, key)))
                    .ifPresent(role -> found.put(seat.accountId(), role));
        }
        return found;
    }

    private List<Seat> seats(UUID workspaceId) {
        return Stream.concat(members.all(workspaceId).stream(), members.former(workspaceId).stream())
                .toList();
    }

    /** The role of somebody who could enter: as the next event about them has found it, or as it still is. */
    private static Optional<String> roleOf(Seat seat, @Nullable Map<String, @Nullable Object> then) {
        if (then == null) {
            return seat.active() ? Optional.of(seat.role()) : Optional.empty();
        }
        boolean active = !then.isEmpty() && !Boolean.TRUE.equals(then.get("suspended"));
        return active ? Optional.of(String.valueOf(then.get("role"))) : Optional.empty();
    }

    private Optional<Role> today(UUID workspaceId, String key) {
        return Role.readyMade(key).or(() -> roles.find(workspaceId, key)
                .filter(kept -> !kept.deleted())
                .map(Roles.Kept::role));
    }

    /** What the first event after a time has found of each thing that it is about; empty where that was not there. */
    private Map<String, Map<String, @Nullable Object>> first(UUID workspaceId, List<String> actions, Instant at) {
        Map<String, Map<String, @Nullable Object>> found = new HashMap<>();
        for (EventView event : events.since(workspaceId, actions, at)) {
            Map<String, @Nullable Object> before = event.before();
            Map<String, @Nullable Object> state = before == null ? Objects.requireNonNull(event.after()) : before;
            found.putIfAbsent(String.valueOf(state.get("key")), before == null ? Map.of() : before);
        }
        return found;
    }

    private static Optional<Role> role(Map<String, @Nullable Object> state) {
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Params params = new Params("event", state);
        return Optional.of(
                new Role(params.text("key"), params.text("label"), new ArrayList<>(Grant.listFrom(params, "grants"))));
    }
}
