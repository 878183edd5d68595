package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.LeaveWorkspace;
import io.frontless.operation.Operation;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Ends the caller's own membership, unless nobody would be left who may do everything. */
@Dependent
public class LeaveWorkspaceHandler implements OperationHandler<LeaveWorkspace> {

    private final Members members;
    private final MemberState state;

    @Inject
    public LeaveWorkspaceHandler(Members members, MemberState state) {
        this.members = members;
        this.state = state;
    }

    @Override
    public Class<LeaveWorkspace> operation() {
        return LeaveWorkspace.class;
    }

    @Override
    public Prepared check(LeaveWorkspace operation, Execution execution) {
        MemberState.Locked locked =
                state.lock(execution, execution.caller().actor().id());
        Seat seat = locked.seat();
        locked.requireAnotherOwner();

        Seat after = new Seat(seat.accountId(), seat.role(), seat.version() + 1, seat.suspended(), true);
        return new Prepared(state.change(seat, after), () -> members.remove(execution.workspaceId(), seat.accountId()));
    }

    @Override
    public Operation inverse(EventView event) {
        return MemberState.asTheyWere(event);
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
