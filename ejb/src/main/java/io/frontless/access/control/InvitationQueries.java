package io.frontless.access.control;

import io.frontless.access.control.Invitations.Kept;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.WorkspaceContext;
import io.frontless.workspace.control.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Reads what a mailed token invites to, for whoever brings it. Only a token that works lets this transaction enter the workspace. */
@Stateless
public class InvitationQueries {

    @Inject
    Invitations invitations;

    @Inject
    RoleState roles;

    @Inject
    WorkspaceContext context;

    @Inject
    Workspaces workspaces;

    @Inject
    Clock clock;

    /** What it invites to; a link that does not work is refused in one way. Nothing is used up. */
    public Invited find(String token) {
        Kept kept = invitations
                .byToken(token)
                .filter(found -> found.works(clock.instant()))
                .orElseThrow(Invitations::doesNotWork);
        context.enterWorkspace(kept.workspaceId());
        String role = roles.find(kept.workspaceId(), kept.guest().role())
                .map(Role::label)
                .orElseThrow(Invitations::doesNotWork);
        return new Invited(
                kept.workspaceId(),
                kept.id(),
                workspaces.label(kept.workspaceId()),
                kept.guest().email(),
                role);
    }
}
