package io.frontless.mail.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How mail is delivered. {@code frontless.mail.transport} is {@code directory} (the development mailbox) or {@code smtp}; SMTP wants a host,
 * and speaks TLS or nothing.
 */
@Dependent
public class MailConfig {

    private final Transport transport;
    private final Optional<String> directory;
    private final Optional<String> host;
    private final int port;
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
            @ConfigProperty(name = "frontless.mail.host") Optional<String> host,
            @ConfigProperty(name = "frontless.mail.port", defaultValue = "465") int port,
            @ConfigProperty(name = "frontless.mail.from", defaultValue = "frontless@localhost") String from) {
        this.transport = Transport.valueOf(transport.toUpperCase(Locale.ROOT));
        this.directory = directory;
        this.host = host;
        this.port = port;
        this.from = from;
    }

    boolean toDirectory() {
        return transport == Transport.DIRECTORY;
    }

    Path directory() {
        return Path.of(directory.orElseThrow(() -> new IllegalStateException("frontless.mail.directory is not set")));
    }

    String host() {
        return host.orElseThrow(() -> new IllegalStateException("frontless.mail.host is not set"));
    }

    int port() {
        return port;
    }

    String from() {
        return from;
    }
}
