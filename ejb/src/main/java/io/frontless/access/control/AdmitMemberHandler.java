package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.control.People;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AdmitMember;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveMember;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Makes a member of somebody whom the workspace's provider has named. Whoever was taken out stays out: only a person brings them back. */
@Dependent
public class AdmitMemberHandler implements OperationHandler<AdmitMember> {

    private final Members members;
    private final RoleState roles;
    private final People people;
    private final MemberState state;

    @Inject
    public AdmitMemberHandler(Members members, RoleState roles, People people, MemberState state) {
        this.members = members;
        this.roles = roles;
        this.people = people;
        this.state = state;
    }

    @Override
    public Class<AdmitMember> operation() {
        return AdmitMember.class;
    }

    @Override
    public Prepared check(AdmitMember operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        if (execution.caller().actor().kind() != Actor.Kind.CONNECTION) {
            throw new Rejection(Reason.DENIED, "only a provider's connection admits people; others invite them");
        }
        Role role = roles.lockToGive(execution, operation.role());
        if (people.acting(operation.member()).isEmpty()) {
            throw Rejection.notFound("account", operation.member());
        }
        members.lock(workspaceId, operation.member()).ifPresent(seat -> {
            throw Rejection.conflict(
                    "member", "somebody who never was one", seat.active() ? "a member" : "a former one");
        });

        Seat admitted = new Seat(operation.member(), role.key(), 1, false, false);
        return new Prepared(
                state.change(null, admitted), () -> members.add(workspaceId, operation.member(), role.key()));
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
