package io.frontless.mail.control;

import io.frontless.event.control.Outbox;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
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
 * Delivers the mail that was promised in one database. A mail is marked as delivered in the transaction that locked it, so a crash in between can send it
 * twice but never lose it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailRound {

    private static final Logger LOG = Logger.getLogger(MailRound.class.getName());
    private static final int MAILS_PER_ROUND = 20;
    private static final int NUMBERS = 100_000;

    @Inject
    Outbox outbox;

    @Inject
    MailConfig config;

    @Inject
    Clock clock;

    /** One round; what fails is tried again later. */
    public void deliver(String database) {
        for (Outbox.Due due : outbox.due(database, "mail", MAILS_PER_ROUND)) {
            try {
                send(database, due);
                outbox.delivered(due);
            } catch (MessagingException | IOException e) {
                LOG.log(Level.WARNING, e, () -> "mail " + due.id() + " was not delivered and will be tried again");
                outbox.failed(due);
            }
        }
    }

    private void send(String database, Outbox.Due due) throws MessagingException, IOException {
        if (config.toDirectory()) {
            write(
                    Letters.message(Session.getInstance(new Properties()), config.from(), clock.instant(), due),
                    fileName(database, due.id()));
            return;
        }
        Smtp server = config.smtp();
        Session session = Session.getInstance(server.settings());
        server.send(session, Letters.message(session, config.from(), clock.instant(), due));
    }

    /** In the order of delivery, and another one for mails of the same moment from different databases. */
    private String fileName(String database, long id) {
        return String.format("%013d%05d", clock.millis(), Math.floorMod(id + database.hashCode(), NUMBERS));
    }

    /** Appears whole or not at all: written beside, then moved. */
    private void write(MimeMessage message, String name) throws MessagingException, IOException {
        Path directory = Files.createDirectories(config.directory());
        Path written = directory.resolve(name + ".part");
        try (OutputStream out = Files.newOutputStream(written)) {
            message.writeTo(out);
        }
        Files.move(written, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
