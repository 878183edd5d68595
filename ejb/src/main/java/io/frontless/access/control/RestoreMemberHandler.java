package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveMember;
import io.frontless.operation.RestoreMember;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Brings back a former member. */
@Dependent
public class RestoreMemberHandler implements OperationHandler<RestoreMember> {

    private final Members members;
    private final MemberState state;
    private final RoleState roles;

    @Inject
    public RestoreMemberHandler(Members members, MemberState state, RoleState roles) {
        this.members = members;
        this.state = state;
        this.roles = roles;
    }

    @Override
    public Class<RestoreMember> operation() {
        return RestoreMember.class;
    }

    @Override
    public Prepared check(RestoreMember operation, Execution execution) {
        Seat former = state.lockFormer(execution, operation.member());
        boolean asTheyWere = operation.role() == null;
        String key = asTheyWere ? former.role() : String.valueOf(operation.role());
        String role = roles.lockToGive(execution, key).key();
        boolean suspended = asTheyWere ? former.suspended() : operation.suspended();

        Seat after = new Seat(former.accountId(), role, former.version() + 1, suspended, false);
        return new Prepared(
                state.change(former, after),
                () -> members.restore(execution.workspaceId(), former.accountId(), role, suspended));
    }

    @Override
    public Operation inverse(EventView event) {
        return new RemoveMember(MemberState.memberOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
