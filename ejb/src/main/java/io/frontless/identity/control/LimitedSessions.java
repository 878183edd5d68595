package io.frontless.identity.control;

import io.frontless.identity.entity.MailedLinks;
import io.frontless.identity.entity.MailedLinks.Purpose;
import io.frontless.identity.entity.SessionRows;
import io.frontless.kernel.Limits;
import io.frontless.vault.control.Digests;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What goes beside the operations of {@link ProviderAccess}, each in a transaction of its own. */
@Stateless
public class LimitedSessions {

    @Inject
    SessionRows rows;

    @Inject
    MailedLinks links;

    @Inject
    WorkspaceContext context;

    @Inject
    Clock clock;

    /** Puts aside what an account is made of, under a link that is mailed to nobody. */
    public void putAside(MailedLinks.Row link, String passwordHash) {
        links.add(
                link,
                Purpose.REGISTRATION,
                Digests.sha256(Digests.newToken()),
                passwordHash,
                clock.instant().plus(Limits.PROVIDER_SIGN_IN_LIFETIME));
    }

    /** Makes a session, which has no token yet, good for one workspace alone. */
    public void limit(UUID accountId, UUID session, UUID workspaceId, UUID providerId) {
        context.enterAccount(accountId);
        rows.limit(accountId, session, workspaceId, providerId);
    }

    /** The open sessions of somebody that a workspace's provider has opened. */
    public List<UUID> openedBy(UUID accountId, UUID workspaceId) {
        context.enterAccount(accountId);
        return rows.openedBy(accountId, workspaceId);
    }
}
