package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AssignMember;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;

/** Gives a member another role, unless nobody would be left who may do everything. */
@Dependent
public class AssignMemberHandler implements OperationHandler<AssignMember> {

    private final Members members;
    private final MemberState state;
    private final RoleState roles;

    @Inject
    public AssignMemberHandler(Members members, MemberState state, RoleState roles) {
        this.members = members;
        this.state = state;
        this.roles = roles;
    }

    @Override
    public Class<AssignMember> operation() {
        return AssignMember.class;
    }

    @Override
    public Prepared check(AssignMember operation, Execution execution) {
        Role role = roles.lockToGive(execution, operation.role());
        MemberState.Locked locked = state.lockOfOther(execution, operation.member());
        Seat seat = locked.seat();
        if (seat.role().equals(role.key())) {
            throw Rejection.conflict("role", "another one than now", role.key());
        }
        locked.requireAnotherOwner();

        Seat after = new Seat(seat.accountId(), role.key(), seat.version() + 1, seat.suspended(), false);
        return new Prepared(
                state.change(seat, after), () -> members.assign(execution.workspaceId(), seat.accountId(), role.key()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new AssignMember(
                MemberState.memberOf(event), new Params("before", Objects.requireNonNull(event.before())).text("role"));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
