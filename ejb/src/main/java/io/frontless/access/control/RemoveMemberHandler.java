package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveMember;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Ends a membership, unless nobody would be left who may do everything. */
@Dependent
public class RemoveMemberHandler implements OperationHandler<RemoveMember> {

    private final Members members;
    private final MemberState state;

    @Inject
    public RemoveMemberHandler(Members members, MemberState state) {
        this.members = members;
        this.state = state;
    }

    @Override
    public Class<RemoveMember> operation() {
        return RemoveMember.class;
    }

    @Override
    public Prepared check(RemoveMember operation, Execution execution) {
        MemberState.Locked locked = state.lockOfOther(execution, operation.member());
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
