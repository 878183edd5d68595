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

/** Lets a suspended member in again. */
@Dependent
public class ResumeMemberHandler implements OperationHandler<ResumeMember> {

    private final Members members;
    private final MemberState state;

    @Inject
    public ResumeMemberHandler(Members members, MemberState state) {
        this.members = members;
        this.state = state;
    }

    @Override
    public Class<ResumeMember> operation() {
        return ResumeMember.class;
    }

    @Override
    public Prepared check(ResumeMember operation, Execution execution) {
        Seat seat = state.lockOfOther(execution, operation.member()).seat();
        if (!seat.suspended()) {
            throw Rejection.conflict("member", "a suspended one", "not suspended");
        }

        Seat after = new Seat(seat.accountId(), seat.role(), seat.version() + 1, false, false);
        return new Prepared(
                state.change(seat, after), () -> members.suspend(execution.workspaceId(), seat.accountId(), false));
    }

    @Override
    public Operation inverse(EventView event) {
        return new SuspendMember(MemberState.memberOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
