package io.frontless.identity.control;

import io.frontless.event.control.Outbox;
import io.frontless.identity.entity.MailedLinks;
import io.frontless.identity.entity.MailedLinks.Purpose;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.Digests;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mails links that work once, and finds what a link stands for by its token. */
@Stateless
public class Links {

    @Inject
    MailedLinks links;

    @Inject
    Outbox outbox;

    @Inject
    WorkspaceContext context;

    @Inject
    Clock clock;

    /** A letter; in its text, {@code %s} stands for the link's token. */
    public record Letter(String subject, String text) {}

    /** What goes out: the link, for what and how long, and the hash that waits with it. */
    public record Sending(
            MailedLinks.Row link, Purpose purpose, @Nullable String passwordHash, Duration lifetime) {}

    /** Mails a link to its address. */
    public void send(Sending sending, Letter letter) {
        context.enterNothing();
        String token = Digests.newToken();
        links.add(
                sending.link(),
                sending.purpose(),
                Digests.sha256(token),
                sending.passwordHash(),
                clock.instant().plus(sending.lifetime()));
        tell(sending.link().email(), new Letter(letter.subject(), letter.text().replace("%s", token)));
    }

    /** Mails a letter without a link. */
    public void tell(String to, Letter letter) {
        context.enterNothing();
        outbox.promise("mail", Map.of("to", to, "subject", letter.subject(), "text", letter.text()));
    }

    /** What an open link stands for; a used, expired or unknown one is refused in one way. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public MailedLinks.Row require(String token, Purpose purpose) {
        return links.find(Digests.sha256(token), purpose, clock.instant()).orElseThrow(Links::notOpen);
    }

    static Rejection notOpen() {
        return new Rejection(Reason.NOT_FOUND, "this link does not work: it was used, has expired or was never sent");
    }
}
