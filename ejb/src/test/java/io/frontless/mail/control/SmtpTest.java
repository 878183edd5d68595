package io.frontless.mail.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontless.tls.TestCertificate;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail to real servers, and to those that one must not talk to. */
class SmtpTest {

    private final TestCertificate certificate = TestCertificate.of("localhost");

    @Test
    void mailGoesUnderTlsFromTheFirstByte() throws Exception {
        try (var server = new MailServer(MailServer.Kind.TLS, certificate)) {
            send(server, Smtp.Security.TLS, certificate);

            assertThat(server.encrypted()).contains("RCPT TO:<ada@example.com>", "the text");
            assertThat(server.plain()).isEmpty();
        }
    }

    @Test
    void nothingButTheRequestForTlsGoesInPlainText() throws Exception {
        try (var server = new MailServer(MailServer.Kind.STARTTLS, certificate)) {
            send(server, Smtp.Security.STARTTLS, certificate);

            assertThat(server.plain()).hasSize(2);
            assertThat(server.plain().get(1)).isEqualTo("STARTTLS");
            assertThat(server.encrypted())
                    .contains("RCPT TO:<ada@example.com>", "the text")
                    .anyMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void serverThatDoesNotOfferTlsIsToldNothing() {
        try (var server = new MailServer(MailServer.Kind.PLAIN, certificate)) {
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> send(server, Smtp.Security.STARTTLS, certificate))
                    .withMessageContaining("STARTTLS is required");

            assertThat(server.plain()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @EnumSource(Smtp.Security.class)
    void serverOfAnUnknownAuthorityIsToldNothing(Smtp.Security security) {
        assertRefused(security, certificate, TestCertificate.of("localhost"));
    }

    @ParameterizedTest
    @EnumSource(Smtp.Security.class)
    void serverWithACertificateForAnotherNameIsToldNothing(Smtp.Security security) {
        TestCertificate other = TestCertificate.of("mail.other.example");

        assertRefused(security, other, other);
    }

    private static void assertRefused(Smtp.Security security, TestCertificate served, TestCertificate trusted) {
        var kind = security == Smtp.Security.TLS ? MailServer.Kind.TLS : MailServer.Kind.STARTTLS;
        try (var server = new MailServer(kind, served)) {
            assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> send(server, security, trusted));

            assertThat(server.encrypted()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
            assertThat(server.plain()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    private static void send(MailServer server, Smtp.Security security, TestCertificate trusted)
            throws MessagingException {
        var smtp = new Smtp(
                "localhost", server.port(), security, Optional.of(new PasswordAuthentication("frontless", "secret")));
        Properties settings = smtp.settings();
        // Only whom to believe is the test's.
        settings.put(
                "mail.smtp.ssl.socketFactory", TestCertificate.trusting(trusted).getSocketFactory());
        settings.put(
                "mail.smtps.ssl.socketFactory",
                TestCertificate.trusting(trusted).getSocketFactory());
        Session session = Session.getInstance(settings);
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress("frontless@example.com"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ada@example.com"));
        message.setText("the text");
        message.saveChanges();
        smtp.send(session, message);
    }
}
