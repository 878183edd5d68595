package io.frontless.mail.control;

import io.frontless.event.control.Outbox;
import io.frontless.operation.Params;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Makes Internet messages (RFC 5322) of what the outbox promised. */
final class Letters {

    private Letters() {}

    static MimeMessage message(Session session, String from, Instant sentAt, Outbox.Due due) throws MessagingException {
        Params payload = new Params("mail", due.payload());
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(payload.text("to")));
        message.setSubject(payload.text("subject"), StandardCharsets.UTF_8.name());
        message.setText(String.valueOf(due.payload().get("text")), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(sentAt));
        message.saveChanges();
        return message;
    }
}
