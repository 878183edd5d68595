package io.frontless.identity.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.entity.AccountRows;
import io.frontless.identity.entity.SessionTokens;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.EndSession;
import io.frontless.operation.EndSession.Cause;
import io.frontless.vault.control.Digests;
import io.frontless.vault.control.SessionSuccession;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a session's token stands for. A token that has become old is given a successor, which the client gets with the answer; the successor's first use puts
 * its predecessor out of use, a short while for requests on their way excepted. A token that comes after that was copied: the whole session ends.
 */
@Dependent
public class Sessions {

    /** Not every request writes a row: use is noted once a minute, far within the idle limit. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenSearch search;
    private final SessionTokens tokens;
    private final SessionSuccession succession;
    private final CommandGateway gateway;
    private final Clock clock;

    @Inject
    public Sessions(
            TokenSearch search,
            SessionTokens tokens,
            SessionSuccession succession,
            CommandGateway gateway,
            Clock clock) {
        this.search = search;
        this.tokens = tokens;
        this.succession = succession;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Whose session a token opens, if it is open at this moment. */
    public Optional<Presence> present(@Nullable String token) {
        return token == null ? Optional.empty() : present(token, null);
    }

    /** The same, and what they are in a workspace, where that could be asked together with it. */
    public Optional<Presence> present(String token, @Nullable UUID workspaceId) {
        Instant now = clock.instant();
        byte[] hash = Digests.sha256(token);
        return search.find(hash, workspaceId)
                .filter(known -> isOpen(known.family(), now))
                .flatMap(known -> admit(known, token, hash, workspaceId));
    }

    /** Ends one of a person's sessions; NOT_FOUND where they have none such. */
    public void end(Person person, UUID session, Cause cause) {
        gateway.perform(person.self(), new EndSession(session, cause));
    }

    private Optional<Presence> admit(SessionTokens.Found found, String token, byte[] hash, @Nullable UUID workspaceId) {
        Instant now = clock.instant();
        SessionTokens.Family family = found.family();
        Person person = person(family.person());
        Presence presence = new Presence(
                person,
                family.sessionId(),
                family.onlyWorkspace(),
                found.secondFactor(),
                null,
                caller(person, workspaceId, found.entry()));
        Instant supersededAt = found.supersededAt();
        if (supersededAt != null) {
            if (now.isBefore(supersededAt.plus(Limits.SESSION_TOKEN_GRACE))) {
                return Optional.of(presence);
            }
            endReplayed(presence);
            return Optional.empty();
        }
        if (!found.confirmed()) {
            tokens.confirm(hash, now);
        }
        if (found.family().usedAt().plus(USE_NOTED_EVERY).isBefore(now)) {
            tokens.noteUse(hash, now);
        }
        boolean old = found.issuedAt().plus(Limits.SESSION_TOKEN_RENEWED_AFTER).isBefore(now);
        return Optional.of(old ? presence.renewed(renewal(found, token, hash)) : presence);
    }

    private static @Nullable Caller caller(
            Person person, @Nullable UUID workspaceId, SessionTokens.@Nullable Entry entry) {
        return workspaceId == null || entry == null
                ? null
                : Caller.ofMember(workspaceId, person.actor(), entry.role(), entry.grants());
    }

    private Presence.Renewal renewal(SessionTokens.Found found, String token, byte[] hash) {
        String nonce = found.successorNonce();
        if (nonce == null) {
            String fresh = Digests.newToken();
            byte[] successor = Digests.sha256(succession.of(token, fresh));
            nonce = tokens.offerSuccessor(hash, fresh, successor, clock.instant());
        }
        return new Presence.Renewal(succession.of(token, nonce), found.family().expiresAt());
    }

    /** Another request may have ended it a moment before. */
    private void endReplayed(Presence presence) {
        try {
            end(presence.person(), presence.session(), Cause.REPLAYED);
        } catch (Rejection gone) {
            if (gone.reason() != Reason.NOT_FOUND) {
                throw gone;
            }
        }
    }

    private static boolean isOpen(SessionTokens.Family family, Instant now) {
        return !family.ended()
                && now.isBefore(family.expiresAt())
                && now.isBefore(family.usedAt().plus(Limits.SESSION_IDLE_MAX));
    }

    private static Person person(AccountRows.Row account) {
        return new Person(account.accountId(), account.email(), account.name());
    }
}
