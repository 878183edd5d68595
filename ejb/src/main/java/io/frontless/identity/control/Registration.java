package io.frontless.identity.control;

import io.frontless.event.control.Outbox;
import io.frontless.identity.entity.Account;
import io.frontless.identity.entity.Accounts;
import io.frontless.identity.entity.PendingRegistration;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.Digests;
import io.frontless.vault.control.Passwords;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Registration: a link goes to the address, and whoever confirms it gets the account. Known and unknown addresses are answered alike. */
@Stateless
public class Registration {

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Outbox outbox;

    @Inject
    IdentityConfig config;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Mails a confirmation link to a business address; to one that has an account, word of the attempt instead. */
    public void register(String email, String name, String password) {
        String address = BusinessAddress.require(email);
        String called = requireName(name);
        requirePassword(password);
        String passwordHash = passwords.hash(password);
        if (accounts.byEmail(address).isPresent()) {
            mail(
                    address,
                    "You already have a Frontless account",
                    "Somebody tried to register with your address, perhaps you."
                            + " You already have an account: sign in at " + config.publicUrl() + "/sign-in");
            return;
        }
        String token = Digests.newToken();
        accounts.add(new PendingRegistration(
                Digests.sha256(token),
                new PendingRegistration.Registrant(address, called, passwordHash),
                clock.instant().plus(Limits.VERIFICATION_LIFETIME)));
        mail(
                address,
                "Confirm your address for Frontless",
                "Hello " + called + ",\n\nconfirm that this address is yours:\n\n"
                        + config.publicUrl() + "/confirm?token=" + token + "\n\nThe link works once, for "
                        + Limits.VERIFICATION_LIFETIME.toHours()
                        + " hours. If you did not register, ignore this mail.\n");
    }

    /** Makes the account of a mailed link; a used, expired or unknown link is refused in one way. */
    public void verify(String token) {
        Instant now = clock.instant();
        PendingRegistration registration = accounts.registration(Digests.sha256(token))
                .filter(found -> found.open(now))
                .orElseThrow(() -> new Rejection(
                        Reason.NOT_FOUND, "this link does not work: it was used, has expired or was never sent"));
        registration.use(now);
        PendingRegistration.Registrant registrant = registration.registrant();
        if (accounts.byEmail(registrant.email()).isEmpty()) {
            accounts.add(new Account(ids.get(), registrant.email(), registrant.name(), registrant.passwordHash()));
        }
    }

    private void mail(String to, String subject, String text) {
        outbox.promise("mail", Map.of("to", to, "subject", subject, "text", text));
    }

    private static String requireName(String name) {
        String called = name.strip();
        Json.requireStorable("name", called);
        if (called.isEmpty()
                || called.length() > Limits.TEXT_CHARS_MAX
                || called.chars().anyMatch(Character::isISOControl)) {
            throw Rejection.invalid("name", "1 to " + Limits.TEXT_CHARS_MAX + " characters on one line", called);
        }
        return called;
    }

    /** Counts characters, not UTF-16 units; the password itself never gets into the message. */
    private static void requirePassword(String password) {
        int chars = password.codePointCount(0, password.length());
        if (chars < Limits.PASSWORD_CHARS_MIN || chars > Limits.PASSWORD_CHARS_MAX) {
            throw Rejection.invalid(
                    "password",
                    Limits.PASSWORD_CHARS_MIN + " to " + Limits.PASSWORD_CHARS_MAX + " characters",
                    chars + " characters");
        }
    }
}
