package io.frontless.seal.control;

import io.frontless.outbound.control.Outbound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who witnesses: {@code frontless.witness.file}, {@code .syslog} ({@code host:port}), {@code .webhook} (an address that {@code frontless.outbound} lists) and
 * {@code .database} (a JDBC URL, with {@code .database-user} and {@code .database-password-file}); any of them, or none.
 */
@Dependent
public class WitnessConfig {

    private final List<Witness> witnesses = new ArrayList<>();

    @Inject
    public WitnessConfig(
            @ConfigProperty(name = "frontless.witness.file") Optional<String> file,
            @ConfigProperty(name = "frontless.witness.syslog") Optional<String> syslog,
            @ConfigProperty(name = "frontless.witness.webhook") Optional<String> webhook,
            DatabaseSettings database,
            Outbound outbound) {
        file.ifPresent(path -> witnesses.add(new Witnesses.OfFile(Path.of(path))));
        syslog.ifPresent(address -> witnesses.add(new Witnesses.OfSyslog(address, database.host())));
        webhook.ifPresent(url -> witnesses.add(new Witnesses.OfWebhook(url, outbound)));
        database.url.ifPresent(url -> witnesses.add(new Witnesses.OfDatabase(url, database.login())));
    }

    /** How to connect to the witness that is a database, and what this server calls itself. */
    @Dependent
    public static class DatabaseSettings {
        private final Optional<String> url;
        private final Optional<String> user;
        private final Optional<String> passwordFile;
        private final String publicUrl;

        @Inject
        public DatabaseSettings(
                @ConfigProperty(name = "frontless.witness.database") Optional<String> url,
                @ConfigProperty(name = "frontless.witness.database-user") Optional<String> user,
                @ConfigProperty(name = "frontless.witness.database-password-file") Optional<String> passwordFile,
                @ConfigProperty(name = "frontless.web.public-url") Optional<String> publicUrl) {
            this.url = url;
            this.user = user;
            this.passwordFile = passwordFile;
            this.publicUrl = publicUrl.orElse("https://localhost");
        }

        private String host() {
            return Optional.ofNullable(URI.create(publicUrl).getHost()).orElse("localhost");
        }

        private Properties login() {
            Properties login = new Properties();
            user.ifPresent(name -> login.setProperty("user", name));
            passwordFile.ifPresent(file -> login.setProperty("password", read(Path.of(file))));
            return login;
        }

        private static String read(Path file) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "frontless.witness.database-password-file cannot be read: " + e.getMessage(), e);
            }
        }
    }

    List<Witness> witnesses() {
        return List.copyOf(witnesses);
    }
}
