package io.frontless.access.control;

import io.frontless.identity.control.People;
import io.frontless.identity.control.Person;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads roles and members. */
@Stateless
@InWorkspace
public class AccessQueries {

    @Inject
    Roles roles;

    @Inject
    Members members;

    @Inject
    People people;

    /** The ready-made roles, then the workspace's own by label. */
    public List<RoleView> roles(Caller caller) {
        caller.require(Permission.MANAGE_ROLES, null);
        List<RoleView> all = new ArrayList<>();
        Role.READY_MADE.forEach(role -> all.add(new RoleView(role, 0, true)));
        roles.living(caller.workspaceId()).forEach(kept -> all.add(new RoleView(kept.role(), kept.version(), false)));
        return all;
    }

    /** The members, in the order they were added. */
    public List<MemberView> members(Caller caller) {
        caller.require(Permission.MANAGE_ROLES, null);
        List<Members.Seat> seats = members.all(caller.workspaceId());
        Map<UUID, Person> known =
                people.byId(seats.stream().map(Members.Seat::accountId).toList());
        return seats.stream()
                .map(seat -> view(seat, Objects.requireNonNull(known.get(seat.accountId()), "a member has an account")))
                .toList();
    }

    /** What people call the caller's own role. */
    public String ownLabel(Caller caller) {
        String key = caller.access().role();
        return Role.readyMade(key)
                .or(() -> roles.find(caller.workspaceId(), key).map(Roles.Kept::role))
                .map(Role::label)
                .orElse(key);
    }

    private static MemberView view(Members.Seat seat, Person person) {
        return new MemberView(seat.accountId(), person.name(), person.email(), seat.role(), seat.version());
    }
}
