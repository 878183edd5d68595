package io.frontless.mail.control;

import io.frontless.event.control.Outbox;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Delivers the outbox's mail every second. A mail is marked as delivered in the transaction that locked it, so a crash in between can send it
 * twice but never lose it.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());
    private static final int MAILS_PER_ROUND = 20;
    private static final String TIMEOUT_MS = "10000";

    @Inject
    Outbox outbox;

    @Inject
    MailConfig config;

    @Inject
    Clock clock;

    /** One round; what fails is tried again later. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void deliver() {
        for (Outbox.Due due : outbox.due("mail", MAILS_PER_ROUND)) {
            try {
                send(due);
                outbox.delivered(due);
            } catch (MessagingException | IOException e) {
                LOG.log(Level.WARNING, e, () -> "mail " + due.id() + " was not delivered and will be tried again");
                outbox.failed(due);
            }
        }
    }

    private void send(Outbox.Due due) throws MessagingException, IOException {
        Session session = Session.getInstance(settings());
        MimeMessage message = Letters.message(session, config.from(), clock.instant(), due);
        if (config.toDirectory()) {
            write(message, due.id());
        } else {
            Transport.send(message);
        }
    }

    /** TLS from the first byte (RFC 8314), with the server's name checked. */
    private Properties settings() {
        Properties settings = new Properties();
        if (!config.toDirectory()) {
            settings.put("mail.transport.protocol.rfc822", "smtps");
            settings.put("mail.smtps.host", config.host());
            settings.put("mail.smtps.port", String.valueOf(config.port()));
            settings.put("mail.smtps.ssl.checkserveridentity", "true");
            settings.put("mail.smtps.ssl.protocols", "TLSv1.3 TLSv1.2");
            settings.put("mail.smtps.connectiontimeout", TIMEOUT_MS);
            settings.put("mail.smtps.timeout", TIMEOUT_MS);
        }
        return settings;
    }

    /** Appears whole or not at all: written beside, then moved. */
    private void write(MimeMessage message, long id) throws MessagingException, IOException {
        Path directory = Files.createDirectories(config.directory());
        Path written = directory.resolve(String.format("%08d.part", id));
        try (OutputStream out = Files.newOutputStream(written)) {
            message.writeTo(out);
        }
        Files.move(written, directory.resolve(String.format("%08d.eml", id)), StandardCopyOption.ATOMIC_MOVE);
    }
}
