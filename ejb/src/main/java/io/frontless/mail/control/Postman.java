package io.frontless.mail.control;

import io.frontless.event.control.Outbox;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
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
        if (config.toDirectory()) {
            write(
                    Letters.message(Session.getInstance(new Properties()), config.from(), clock.instant(), due),
                    due.id());
            return;
        }
        Smtp server = config.smtp();
        Session session = Session.getInstance(server.settings());
        server.send(session, Letters.message(session, config.from(), clock.instant(), due));
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
