package io.frontless.identity.control;

import io.frontless.identity.entity.Account;
import io.frontless.identity.entity.Accounts;
import io.frontless.identity.entity.OpenSessions;
import io.frontless.identity.entity.Session;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.Digests;
import io.frontless.vault.control.Passwords;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions: opened by address and password, known by the hash of a random token, kept here and nowhere else. */
@Stateless
public class Sessions {

    /** Not every request writes a row: use is noted once a minute, far within the idle limit. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    @Inject
    Accounts accounts;

    @Inject
    OpenSessions openSessions;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    /** Opens a session; DENIED in the same words and time whether the address or the password is wrong. */
    public SignedIn signIn(String email, String password) {
        Optional<Account> known = accounts.byEmail(email.strip().toLowerCase(Locale.ROOT));
        boolean right = password.length() <= 2 * Limits.PASSWORD_CHARS_MAX
                && passwords.matches(password, known.map(Account::passwordHash).orElse(null));
        Account account = known.filter(found -> right)
                .orElseThrow(() -> new Rejection(Reason.DENIED, "the address or the password is wrong"));
        String token = Digests.newToken();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(Limits.SESSION_LIFETIME);
        accounts.add(new Session(Digests.sha256(token), account.id(), now, expiresAt));
        return new SignedIn(token, person(account), expiresAt);
    }

    /** Whose session a token opens, if it is open at this moment. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Person> person(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        byte[] hash = Digests.sha256(token);
        Optional<OpenSessions.Found> open =
                openSessions.find(hash).filter(session -> session.open(now, Limits.SESSION_IDLE_MAX));
        if (open.filter(session ->
                        session.times().usedAt().plus(USE_NOTED_EVERY).isBefore(now))
                .isPresent()) {
            openSessions.noteUse(hash, now);
        }
        return open.map(session -> new Person(session.accountId(), session.email(), session.name()));
    }

    /** Ends a session; an unknown one is none. */
    public void signOut(@Nullable String token) {
        session(token).ifPresent(session -> session.end(clock.instant()));
    }

    private Optional<Session> session(@Nullable String token) {
        return token == null ? Optional.empty() : accounts.session(Digests.sha256(token));
    }

    private static Person person(Account account) {
        return new Person(account.id(), account.email(), account.name());
    }
}
