package io.frontless.mail.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.PasswordAuthentication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How mail is delivered. {@code frontless.mail.transport} is {@code directory} (the development mailbox) or {@code smtp}; SMTP wants a host, and speaks
 * TLS from the first byte ({@code frontless.mail.security=tls}, the default) or after STARTTLS ({@code starttls}), never without.
 */
@Dependent
public class MailConfig {

    private final Transport transport;
    private final Optional<String> directory;
    private final Server server;
    private final String from;

    /** Where mail goes. */
    enum Transport {
        DIRECTORY,
        SMTP
    }

    @Inject
    public MailConfig(
            @ConfigProperty(name = "frontless.mail.transport", defaultValue = "directory") String transport,
            @ConfigProperty(name = "frontless.mail.directory") Optional<String> directory,
            @ConfigProperty(name = "frontless.mail.from", defaultValue = "frontless@localhost") String from,
            Server server) {
        this.transport = Transport.valueOf(transport.toUpperCase(Locale.ROOT));
        this.directory = directory;
        this.from = from;
        this.server = server;
    }

    /** The mail server, and who we are to it: {@code frontless.mail.user}, with a password in a file. */
    @Dependent
    public static class Server {

        private final Optional<String> host;
        private final Optional<Integer> port;
        private final Smtp.Security security;
        private final Optional<String> user;
        private final Optional<String> passwordFile;

        @Inject
        public Server(
                @ConfigProperty(name = "frontless.mail.host") Optional<String> host,
                @ConfigProperty(name = "frontless.mail.port") Optional<Integer> port,
                @ConfigProperty(name = "frontless.mail.security", defaultValue = "tls") String security,
                @ConfigProperty(name = "frontless.mail.user") Optional<String> user,
                @ConfigProperty(name = "frontless.mail.password-file") Optional<String> passwordFile) {
            this.host = host;
            this.port = port;
            this.security = Smtp.Security.valueOf(security.toUpperCase(Locale.ROOT));
            this.user = user;
            this.passwordFile = passwordFile;
        }

        private Smtp smtp() throws IOException {
            String name = host.orElseThrow(() -> new IllegalStateException("frontless.mail.host is not set"));
            return new Smtp(name, port.orElse(security.port()), security, login());
        }

        private Optional<PasswordAuthentication> login() throws IOException {
            if (user.isEmpty()) {
                return Optional.empty();
            }
            String file = passwordFile.orElseThrow(
                    () -> new IllegalStateException("frontless.mail.password-file is not set"));
            return Optional.of(new PasswordAuthentication(
                    user.get(), Files.readString(Path.of(file)).strip()));
        }
    }

    boolean toDirectory() {
        return transport == Transport.DIRECTORY;
    }

    Path directory() {
        return Path.of(directory.orElseThrow(() -> new IllegalStateException("frontless.mail.directory is not set")));
    }

    /** The mail server, where mail goes to one. */
    Smtp smtp() throws IOException {
        return server.smtp();
    }

    String from() {
        return from;
    }
}
