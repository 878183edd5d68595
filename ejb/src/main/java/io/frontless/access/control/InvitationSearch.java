package io.frontless.access.control;

import io.frontless.access.control.Invitations.Kept;
import io.frontless.workspace.control.Places;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.WorkspaceContext;
import io.frontless.workspace.control.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Looks in one database for what a mailed token invites to. Only a token that works lets this transaction enter the workspace. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InvitationSearch {

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

    @Inject
    Places places;

    /** What it invites to in a workspace of this database, if it does. Nothing is used up. */
    public Optional<Invited> find(String database, String token) {
        context.workOn(database);
        return invitations
                .byToken(token)
                .filter(found -> found.works(clock.instant()))
                .filter(found -> places.of(found.workspaceId()).equals(database))
                .flatMap(this::invited);
    }

    private Optional<Invited> invited(Kept kept) {
        context.enterWorkspace(kept.workspaceId());
        return roles.find(kept.workspaceId(), kept.guest().role())
                .map(Role::label)
                .map(role -> new Invited(
                        kept.workspaceId(),
                        kept.id(),
                        workspaces.label(kept.workspaceId()),
                        kept.guest().email(),
                        role));
    }
}
