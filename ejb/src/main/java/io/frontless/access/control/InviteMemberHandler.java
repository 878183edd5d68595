package io.frontless.access.control;

import io.frontless.access.control.Invitations.Guest;
import io.frontless.access.control.Invitations.Kept;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.InviteMember;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.RevokeInvitation;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invites an address. What it answers is about this workspace alone: whether the address has an account is not even looked up. */
@Dependent
public class InviteMemberHandler implements OperationHandler<InviteMember> {

    private final Invitations invitations;
    private final RoleState roles;
    private final Guests guests;
    private final InvitationLetter letter;
    private final InvitationState state;

    @Inject
    public InviteMemberHandler(Invitations invitations, RoleState roles, Guests guests, InvitationLetter letter) {
        this.invitations = invitations;
        this.roles = roles;
        this.guests = guests;
        this.letter = letter;
        this.state = new InvitationState(invitations);
    }

    @Override
    public Class<InviteMember> operation() {
        return InviteMember.class;
    }

    @Override
    public Prepared check(InviteMember operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        String email = guests.requireBusiness(operation.email());
        Role role = roles.lockToGive(execution, operation.role());
        Optional<Kept> earlier = earlier(operation, execution);
        requireUninvited(execution, email);
        guests.requireNoMember(workspaceId, email);
        invitations.requireMailAllowed(workspaceId, operation.id(), earlier.isPresent(), execution.now());

        UUID id = operation.id();
        Guest guest = new Guest(email, role.key(), execution.caller().actor().id());
        long version = earlier.map(kept -> kept.version() + 1).orElse(1L);
        return new Prepared(InvitationState.opening(id, guest, version), () -> {
            Invitations.InvitationLink link = letter.send(execution, guest, role);
            if (earlier.isPresent()) {
                invitations.reopen(workspaceId, id, guest, link);
            } else {
                invitations.add(workspaceId, id, guest, link);
            }
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RevokeInvitation(new Params("event", InvitationState.any(event)).id("key"));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    /** An id is used once; only taking a revocation back opens the same invitation again. */
    private Optional<Kept> earlier(InviteMember operation, Execution execution) {
        Optional<Kept> earlier = invitations.lock(execution.workspaceId(), operation.id());
        earlier.ifPresent(kept -> {
            execution.requireVersion("invitation", kept.version());
            if (kept.open() || execution.undoes() == null) {
                throw Rejection.conflict("id", "an id that was never used", operation.id());
            }
        });
        return earlier;
    }

    private void requireUninvited(Execution execution, String email) {
        List<Kept> working = invitations.open(execution.workspaceId()).stream()
                .filter(kept -> kept.works(execution.now()))
                .toList();
        if (working.stream().anyMatch(kept -> kept.guest().email().equals(email))) {
            throw Rejection.conflict("email", "an address without an open invitation", email);
        }
        if (working.size() >= Limits.INVITATIONS_MAX) {
            throw Rejection.of(
                    Reason.LIMIT, "invitations", "at most " + Limits.INVITATIONS_MAX + " open ones", "one more");
        }
    }
}
