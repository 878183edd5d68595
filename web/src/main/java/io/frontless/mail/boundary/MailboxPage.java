package io.frontless.mail.boundary;

import io.frontless.boundary.OpenToAll;
import io.frontless.mail.control.DevelopmentMailbox;
import io.frontless.mail.control.Mail;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the mail that the product would send. */
@Named
@RequestScoped
@OpenToAll
public class MailboxPage {

    private static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    HttpServletRequest request;

    @Inject
    DevelopmentMailbox mailbox;

    private List<Mail> mails = List.of();
    private @Nullable MailText selected;

    /** Reads the mailbox; refused as NOT_FOUND where mail goes to a server. */
    public void load() {
        mails = mailbox.mails();
        Optional<Mail> mail = Optional.ofNullable(request.getParameter("m"))
                .map(mailbox::mail)
                .or(() -> mails.stream().findFirst());
        selected = mail.map(MailText::new).orElse(null);
    }

    /** Whether mail comes here at all. */
    public boolean isOn() {
        return mailbox.on();
    }

    /** When a message was sent, in UTC. */
    public String sent(Mail mail) {
        return SENT.format(mail.sentAt());
    }

    /** The messages, the latest first. */
    public List<Mail> getMails() {
        return mails;
    }

    /** The message that is read; the latest at first, null where there is none. */
    public @Nullable MailText getSelected() {
        return selected;
    }
}
