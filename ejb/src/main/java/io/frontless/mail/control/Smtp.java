package io.frontless.mail.control;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.Properties;

/** The configured mail server. It is spoken to over TLS, under the name it is configured by, or not at all. */
record Smtp(String host, int port, Security security, Optional<PasswordAuthentication> login) {

    private static final String TIMEOUT_MS = "10000";

    /** How TLS begins. */
    enum Security {
        /** With the first byte (RFC 8314 §3.3). */
        TLS("smtps", 465),
        /** After a greeting in plain text (RFC 3207); a server that does not offer it is given nothing. */
        STARTTLS("smtp", 587);

        private final String protocol;
        private final int port;

        Security(String protocol, int port) {
            this.protocol = protocol;
            this.port = port;
        }

        /** Where servers usually listen for it. */
        int port() {
            return port;
        }
    }

    /** What the mail library is told; a server that does not prove the name it is called by is refused. */
    Properties settings() {
        String prefix = "mail." + security.protocol + ".";
        var settings = new Properties();
        settings.setProperty("mail.transport.protocol.rfc822", security.protocol);
        settings.setProperty(prefix + "host", host);
        settings.setProperty(prefix + "port", String.valueOf(port));
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        settings.setProperty(prefix + "starttls.enable", String.valueOf(security == Security.STARTTLS));
        settings.setProperty(prefix + "starttls.required", String.valueOf(security == Security.STARTTLS));
        settings.setProperty(prefix + "auth", String.valueOf(login.isPresent()));
        settings.setProperty(prefix + "connectiontimeout", TIMEOUT_MS);
        settings.setProperty(prefix + "timeout", TIMEOUT_MS);
        settings.setProperty(prefix + "writetimeout", TIMEOUT_MS);
        return settings;
    }

    /** Sends a message that was made in a session with these settings. */
    void send(Session session, Message message) throws MessagingException {
        try (Transport transport = session.getTransport(security.protocol)) {
            if (login.isPresent()) {
                transport.connect(
                        host, port, login.get().getUserName(), login.get().getPassword());
            } else {
                transport.connect();
            }
            transport.sendMessage(message, message.getAllRecipients());
        }
    }
}
