package io.frontless.access.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.control.People;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AssignMember;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a member another role, unless nobody would be left who may do everything. */
@Dependent
public class AssignMemberHandler implements OperationHandler<AssignMember> {

    private final Members members;
    private final Roles roles;
    private final People people;

    @Inject
    public AssignMemberHandler(Members members, Roles roles, People people) {
        this.members = members;
        this.roles = roles;
        this.people = people;
    }

    @Override
    public Class<AssignMember> operation() {
        return AssignMember.class;
    }

    @Override
    public Prepared check(AssignMember operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        Role role = role(workspaceId, operation.role());
        int owners = members.lockThoseWith(workspaceId, Role.OWNER.key()).size();
        Members.Seat seat = members.lock(workspaceId, operation.member())
                .orElseThrow(() -> Rejection.notFound("member", operation.member()));
        execution.requireVersion("member", seat.version());
        requireAllowed(execution, role, seat);
        if (seat.role().equals(role.key())) {
            throw Rejection.conflict("role", "another one than now", role.key());
        }
        if (seat.role().equals(Role.OWNER.key()) && owners == 1) {
            throw Rejection.conflict("member", "another owner beside this one", "the last owner");
        }

        return new Prepared(
                change(seat, role.key()), () -> members.assign(workspaceId, operation.member(), role.key()));
    }

    @Override
    public Operation inverse(EventView event) {
        Params before = new Params("before", Objects.requireNonNull(event.before()));
        return new AssignMember(before.id("key"), before.text("role"));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        UUID member = new Params("after", Objects.requireNonNull(event.after())).id("key");
        return members.find(execution.workspaceId(), member)
                .map(seat -> new Present(state(seat, seat.role()), seat.version()))
                .orElseGet(Present::nothing);
    }

    /** Whoever gives a role, and whoever takes one away, has all that it allows; owners are made and unmade by owners. */
    private void requireAllowed(Execution execution, Role role, Members.Seat seat) {
        RoleState.requireCovered(execution, role);
        boolean ofOwner = role.key().equals(Role.OWNER.key()) || seat.role().equals(Role.OWNER.key());
        if (ofOwner && !execution.caller().access().isOwner()) {
            throw new Rejection(Reason.DENIED, "only an owner of this workspace makes or unmakes an owner");
        }
        Role.readyMade(seat.role())
                .or(() -> roles.find(execution.workspaceId(), seat.role()).map(Roles.Kept::role))
                .ifPresent(present -> RoleState.requireCovered(execution, present));
    }

    /** The role, kept from being deleted until the end of the transaction. */
    private Role role(UUID workspaceId, String key) {
        return Role.READY_MADE.stream()
                .filter(ready -> ready.key().equals(key))
                .findFirst()
                .or(() -> roles.lock(workspaceId, key)
                        .filter(kept -> !kept.deleted())
                        .map(Roles.Kept::role))
                .orElseThrow(() -> Rejection.notFound("role", key));
    }

    private Change change(Members.Seat seat, String role) {
        return new Change(
                new Change.Subject(null, null, seat.accountId().toString()),
                name(seat),
                state(seat, seat.role()),
                state(seat, role),
                seat.version() + 1,
                0,
                Map.of());
    }

    private Map<String, @Nullable Object> state(Members.Seat seat, String role) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", seat.accountId().toString());
        state.put("label", name(seat));
        state.put("role", role);
        return state;
    }

    private String name(Members.Seat seat) {
        Person person = people.byId(List.of(seat.accountId())).get(seat.accountId());
        return person == null ? seat.accountId().toString() : person.name();
    }
}
