package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.ResumeMember;
import io.frontless.operation.SuspendMember;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Keeps a member out, at every door from the commit on. */
@Dependent
public class SuspendMemberHandler implements OperationHandler<SuspendMember> {

    private final Members members;
    private final MemberState state;

    @Inject
    public SuspendMemberHandler(Members members, MemberState state) {
        this.members = members;
        this.state = state;
    }

    @Override
    public Class<SuspendMember> operation() {
        return SuspendMember.class;
    }

    @Override
    public Prepared check(SuspendMember operation, Execution execution) {
        MemberState.Locked locked = state.lockOfOther(execution, operation.member());
        Seat seat = locked.seat();
        if (seat.suspended()) {
            throw Rejection.conflict("member", "one who is not suspended", "suspended");
        }
        locked.requireAnotherOwner();

        Seat after = new Seat(seat.accountId(), seat.role(), seat.version() + 1, true, false);
        return new Prepared(
                state.change(seat, after), () -> members.suspend(execution.workspaceId(), seat.accountId(), true));
    }

    @Override
    public Operation inverse(EventView event) {
        return new ResumeMember(MemberState.memberOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
