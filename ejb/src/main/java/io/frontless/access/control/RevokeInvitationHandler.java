package io.frontless.access.control;

import io.frontless.access.control.Invitations.Kept;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.InviteMember;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.RevokeInvitation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Makes an invitation's link useless. */
@Dependent
public class RevokeInvitationHandler implements OperationHandler<RevokeInvitation> {

    private final Invitations invitations;
    private final RoleState roles;
    private final InvitationState state;

    @Inject
    public RevokeInvitationHandler(Invitations invitations, RoleState roles, InvitationState state) {
        this.invitations = invitations;
        this.roles = roles;
        this.state = state;
    }

    @Override
    public Class<RevokeInvitation> operation() {
        return RevokeInvitation.class;
    }

    @Override
    public Prepared check(RevokeInvitation operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        UUID id = operation.invitation();
        Kept kept = invitations.lock(workspaceId, id).orElseThrow(() -> Rejection.notFound("invitation", id));
        execution.requireVersion("invitation", kept.version());
        roles.requireMayTake(execution, kept.guest().role());
        if (!kept.open()) {
            throw Rejection.conflict("invitation", "an open one", "one that was used or revoked");
        }

        return new Prepared(InvitationState.closing(kept), () -> invitations.revoke(workspaceId, id));
    }

    @Override
    public Operation inverse(EventView event) {
        Params before = new Params("before", Objects.requireNonNull(event.before()));
        return new InviteMember(before.id("key"), before.text("label"), before.text("role"));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
