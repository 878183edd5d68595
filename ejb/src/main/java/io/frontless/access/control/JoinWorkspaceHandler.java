package io.frontless.access.control;

import io.frontless.access.control.Invitations.Kept;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.control.People;
import io.frontless.kernel.Rejection;
import io.frontless.operation.JoinWorkspace;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveMember;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Makes the invited person a member. Whether the inviter still may invite is not asked again; whoever had doubts has revoked it. */
@Dependent
public class JoinWorkspaceHandler implements OperationHandler<JoinWorkspace> {

    private final Invitations invitations;
    private final Members members;
    private final RoleState roles;
    private final People people;
    private final MemberState state;

    @Inject
    public JoinWorkspaceHandler(
            Invitations invitations, Members members, RoleState roles, People people, MemberState state) {
        this.invitations = invitations;
        this.members = members;
        this.roles = roles;
        this.people = people;
        this.state = state;
    }

    @Override
    public Class<JoinWorkspace> operation() {
        return JoinWorkspace.class;
    }

    @Override
    public Prepared check(JoinWorkspace operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        UUID person = execution.caller().actor().id();
        Kept kept = invitations
                .lock(workspaceId, operation.invitation())
                .filter(found -> found.works(execution.now()) && isFor(found, person))
                .orElseThrow(Invitations::doesNotWork);
        String role =
                roles.find(workspaceId, kept.guest().role()).map(Role::key).orElseThrow(Invitations::doesNotWork);
        Optional<Seat> former = members.lock(workspaceId, person);
        former.filter(seat -> !seat.removed()).ifPresent(seat -> {
            throw Rejection.conflict("member", "somebody who is not one yet", "a member");
        });

        long version = former.map(seat -> seat.version() + 1).orElse(1L);
        Seat joined = new Seat(person, role, version, false, false);
        return new Prepared(state.change(null, joined), () -> {
            invitations.use(workspaceId, kept.id());
            if (former.isPresent()) {
                members.restore(workspaceId, person, role, false);
            } else {
                members.add(workspaceId, person, role);
            }
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RemoveMember(MemberState.memberOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    private boolean isFor(Kept invitation, UUID person) {
        return people.acting(person)
                .filter(known -> known.email().equals(invitation.guest().email()))
                .isPresent();
    }
}
