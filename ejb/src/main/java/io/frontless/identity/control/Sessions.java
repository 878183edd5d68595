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
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
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
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sessions {

    /** Not every request writes a row: use is noted once a minute, far within the idle limit. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    @Inject
    SessionTokens tokens;

    @Inject
    SessionSuccession succession;

    @Inject
    CommandGateway gateway;

    @Inject
    Clock clock;

    /** Whose session a token opens, if it is open at this moment. */
    public Optional<Presence> present(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        byte[] hash = Digests.sha256(token);
        return tokens.find(hash)
                .filter(found -> isOpen(found.family(), now))
                .flatMap(found -> admit(found, token, hash));
    }

    /** Ends one of a person's sessions; NOT_FOUND where they have none such. */
    public void end(Person person, UUID session, Cause cause) {
        gateway.perform(person.self(), new EndSession(session, cause));
    }

    private Optional<Presence> admit(SessionTokens.Found found, String token, byte[] hash) {
        Instant now = clock.instant();
        Presence presence =
                new Presence(person(found.family().person()), found.family().sessionId(), found.secondFactor(), null);
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
