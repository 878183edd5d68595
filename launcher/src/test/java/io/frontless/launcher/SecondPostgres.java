package io.frontless.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** A PostgreSQL server beside the product's own, with an authority of its own, as a customer may bring one. */
public final class SecondPostgres implements AutoCloseable {
    private final DataDirectory data;
    private final Path folder;
    private final Certificates certificates;
    private final EmbeddedPostgres server;
    private final int port;

    private SecondPostgres(Path programs, Path folder) {
        this.folder = folder;
        this.data = DataDirectory.open(folder);
        Secrets secrets = new Secrets(data.resolve("secrets"));
        certificates = new Certificates(data.resolve("tls"), secrets.text(Secret.KEYSTORE_PASSWORD), Clock.systemUTC());
        certificates.provide();
        server = new EmbeddedPostgres(programs, data, certificates);
        secrets.text(Secret.ADMIN_PASSWORD);
        server.create(secrets.file(Secret.ADMIN_PASSWORD));
        port = LocalPort.free();
    }

    /** Makes and starts one in a new folder, which has the layout of a data directory. */
    public static SecondPostgres start(Path distribution, Path folder) {
        SecondPostgres second = new SecondPostgres(distribution.resolve("postgres"), folder);
        second.up();
        return second;
    }

    /** Starts it where it listened before. */
    public void up() {
        server.start(port);
    }

    /** Stops it, ending its sessions. */
    public void down() {
        server.close();
    }

    /** The folder, with secrets and certificate. */
    public Path folder() {
        return folder;
    }

    /** The settings by which a product knows it under a name, as environment variables. */
    public Map<String, String> settings(String name) {
        String prefix = "FRONTLESS_DATABASE_" + name.toUpperCase(Locale.ROOT) + "_";
        return Map.of(
                "FRONTLESS_DATABASES",
                name,
                prefix + "HOST",
                "localhost",
                prefix + "PORT",
                Integer.toString(port),
                prefix + "AUTHORITY",
                certificates.authorityCertificate().toString(),
                prefix + "ADMINISTRATOR_PASSWORD_FILE",
                folder.resolve("secrets")
                        .resolve(Secret.ADMIN_PASSWORD.fileName())
                        .toString());
    }

    @Override
    public void close() {
        server.close();
        data.close();
    }
}
