package io.frontless.access.control;

import io.frontless.identity.control.People;
import io.frontless.identity.control.Person;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Policies;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import io.frontless.workspace.control.SignInPolicy;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
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
    Invitations invitations;

    @Inject
    Policies policies;

    @Inject
    People people;

    @Inject
    Clock clock;

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
        return views(members.all(caller.workspaceId()));
    }

    /** Those who left or were removed, in the order they were added. */
    public List<MemberView> formerMembers(Caller caller) {
        caller.require(Permission.MANAGE_ROLES, null);
        return views(members.former(caller.workspaceId()));
    }

    /** The invitations that were neither used nor revoked, the oldest first. */
    public List<InvitationView> invitations(Caller caller) {
        caller.require(Permission.MANAGE_ROLES, null);
        List<Invitations.Kept> open = invitations.open(caller.workspaceId());
        Map<UUID, Person> known =
                people.byId(open.stream().map(kept -> kept.guest().invitedBy()).toList());
        return open.stream().map(kept -> view(kept, known)).toList();
    }

    /** What the workspace asks of sessions. */
    public SignInPolicy policy(Caller caller) {
        caller.require(Permission.MANAGE_ROLES, null);
        return policies.of(caller.workspaceId());
    }

    /** What people call the caller's role, which is one of the workspace's own. */
    public String keptRole(Caller caller) {
        String key = caller.access().role();
        return roles.find(caller.workspaceId(), key)
                .map(kept -> kept.role().label())
                .orElse(key);
    }

    private List<MemberView> views(List<Members.Seat> seats) {
        Map<UUID, Person> known =
                people.byId(seats.stream().map(Members.Seat::accountId).toList());
        return seats.stream()
                .map(seat -> view(seat, Objects.requireNonNull(known.get(seat.accountId()), "a member has an account")))
                .toList();
    }

    private static MemberView view(Members.Seat seat, Person person) {
        return new MemberView(
                seat.accountId(), person.name(), person.email(), seat.role(), seat.version(), seat.suspended());
    }

    private InvitationView view(Invitations.Kept kept, Map<UUID, Person> known) {
        Person inviter = known.get(kept.guest().invitedBy());
        return new InvitationView(
                kept.id(),
                kept.guest().email(),
                kept.guest().role(),
                inviter == null ? "" : inviter.name(),
                kept.expiresAt(),
                !kept.works(clock.instant()),
                kept.version());
    }
}
