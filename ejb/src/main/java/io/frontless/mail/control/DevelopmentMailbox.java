package io.frontless.mail.control;

import io.frontless.kernel.Rejection;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shows the mail that would have been sent, where no mail server is configured; where one is, it does not exist. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DevelopmentMailbox {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern LINK = Pattern.compile("https://\\S+");
    private static final int MAILS_MAX = 100;

    @Inject
    MailConfig config;

    /** Whether mail goes here. */
    public boolean on() {
        return config.toDirectory();
    }

    /** The latest mails, the newest first. */
    public List<Mail> mails() {
        requireOn();
        if (!Files.isDirectory(config.directory())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(config.directory())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.reverseOrder())
                    .limit(MAILS_MAX)
                    .map(DevelopmentMailbox::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One mail. */
    public Mail mail(String id) {
        requireOn();
        Path file = config.directory().resolve(id + ".eml");
        if (!ID.matcher(id).matches() || !Files.isRegularFile(file)) {
            throw Rejection.notFound("mail", id);
        }
        return read(file);
    }

    private void requireOn() {
        if (!on()) {
            throw Rejection.notFound("mailbox", "development");
        }
    }

    private static Mail read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            String text = String.valueOf(message.getContent());
            Matcher link = LINK.matcher(text);
            return new Mail(
                    file.getFileName().toString().replace(".eml", ""),
                    message.getRecipients(Message.RecipientType.TO)[0].toString(),
                    String.valueOf(message.getSubject()),
                    message.getSentDate().toInstant(),
                    text,
                    link.find() ? Optional.of(link.group()) : Optional.empty());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the development mailbox holds a file that is no mail", e);
        }
    }
}
