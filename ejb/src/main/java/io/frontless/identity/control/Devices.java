package io.frontless.identity.control;

import io.frontless.identity.entity.SessionRows;
import io.frontless.kernel.Limits;
import io.frontless.vault.control.Digests;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which browsers have signed in to which account; and the first token of a session, which goes to one. */
@Stateless
public class Devices {

    @Inject
    SessionRows rows;

    @Inject
    WorkspaceContext context;

    @Inject
    Clock clock;

    /** Whether a browser that shows this token has signed in to the account before. */
    public boolean knows(Person person, @Nullable String device) {
        context.enterAccount(person.accountId());
        return rows.knowsDevice(person.accountId(), Digests.sha256(device == null ? "" : device));
    }

    /** Makes the first token of an open session, and remembers the browser. */
    public SignedIn issue(Person person, UUID session, String device) {
        context.enterAccount(person.accountId());
        String token = Digests.newToken();
        Instant now = clock.instant();
        rows.addToken(person.accountId(), session, Digests.sha256(token), now);
        rows.rememberDevice(person.accountId(), Digests.sha256(device), now);
        return new SignedIn(token, device, person, now.plus(Limits.SESSION_LIFETIME));
    }
}
