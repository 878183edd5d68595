package io.frontless.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The running product: starts its parts in order and stops them in the opposite one. */
final class Product implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Product.class.getName());

    private final Path home;
    private final Options options;
    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean stopping;
    private volatile boolean ready;

    Product(Path home, Options options, Progress progress) {
        this.home = home;
        this.options = options;
        this.progress = progress;
    }

    /** Returns when the product answers requests; its server threads keep the process alive. */
    void start() {
        boolean beside = options.beside();
        DataDirectory data =
                opened(beside ? DataDirectory.existing(options.data()) : DataDirectory.open(options.data()));
        Path own = beside ? data.ofNode(options.port()) : options.data();
        ServerLog log = ServerLog.open(own.resolve("logs"));
        LocalPort.requireNamedMachine();
        LocalPort.requireFree(options.bind(), options.port());
        progress.done("Data directory " + options.data());

        Secrets secrets = new Secrets(data.resolve("secrets"));
        secrets.provide();
        Certificates certificates =
                new Certificates(data.resolve("tls"), secrets.text(Secret.KEYSTORE_PASSWORD), Clock.systemUTC());
        progress.done(!beside && certificates.provide() ? "Certificates made" : "Certificates");

        // Before the database, which is told the key of contexts that the token's makes.
        TokenProvisioning token = opened(new TokenProvisioning(softHsm(home), data, secrets, options.askPin()));
        progress.done("PKCS#11 " + token.provide(options.newSigningKey(), options.newContextKey()));
        DatabaseAccess database = startDatabase(data, secrets, certificates);
        var migration = new Migration(database);
        UUID installation = beside ? migration.installation() : migration.run();
        progress.done(beside ? "Database, as it is" : "Database migrated");
        DedicatedDatabases dedicated = opened(
                new DedicatedDatabases(Setting.ofProcess(), data.resolve("secrets/databases"), installation, progress));

        SystemProperties.set(options, data, secrets, certificates);
        SystemProperties.setDatabase(DatabaseIdentity.SHARED, database);
        opened(WebCertificate.serve(
                Setting.ofProcess(),
                System.getProperty("frontless.web.public-url", ""),
                new Pkcs12File(certificates.keystore(), secrets.file(Secret.KEYSTORE_PASSWORD))));
        System.setProperty("frontless.vault.library", token.library().toString());
        PayaraRuntime payara =
                opened(PayaraRuntime.boot(own.resolve("runtime"), log.configuration(), WebServer.settings(options)));
        progress.done("Payara Micro");
        WebServer.createPool(payara, database);
        dedicated.provide(payara);
        WebServer.deploy(payara, home.resolve("apps/frontless.ear"));
        WebServer.open(payara);
        progress.done("Application");
        ready = true;
        progress.say(Welcome.text(options, certificates));
    }

    private DatabaseAccess startDatabase(DataDirectory data, Secrets secrets, Certificates certificates) {
        EmbeddedPostgres postgres = new EmbeddedPostgres(home.resolve("postgres"), data, certificates);
        int port = options.beside() ? postgres.runningPort() : start(postgres, secrets);
        var unused = postgres.end().thenRun(this::databaseLost);
        return new DatabaseAccess(
                DatabaseAddress.embedded(port, certificates.authorityCertificate()),
                DatabaseAddress.ADMINISTRATOR,
                () -> secrets.text(Secret.ADMIN_PASSWORD),
                secrets);
    }

    private int start(EmbeddedPostgres postgres, Secrets secrets) {
        boolean created = postgres.create(secrets.file(Secret.ADMIN_PASSWORD));
        int port = LocalPort.free();
        opened(postgres).start(port);
        progress.done(created ? "PostgreSQL, with a new database" : "PostgreSQL");
        return port;
    }

    /** Where SoftHSM's packages may have been unpacked. */
    static Path softHsm(Path home) {
        return Path.of(System.getenv()
                .getOrDefault("FRONTLESS_SOFTHSM", home.resolve("softhsm").toString()));
    }

    /** Stops whatever was started; safe to call at any moment and more than once. */
    @Override
    public void close() {
        boolean first;
        synchronized (running) {
            first = !stopping;
            stopping = true;
        }
        if (!first) {
            return;
        }
        // After a start that was given up, its reason stays the last line that the person sees.
        if (ready) {
            progress.say("Stopping ...");
        }
        stopAll();
        if (ready) {
            progress.done("Stopped");
        }
    }

    private void stopAll() {
        for (AutoCloseable part = next(); part != null; part = next()) {
            try {
                part.close();
            } catch (Exception e) {
                // The parts below must be stopped as well, above all the database.
                LOG.log(Level.WARNING, "A part did not stop in order.", e);
            }
        }
    }

    private AutoCloseable next() {
        synchronized (running) {
            return running.poll();
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        synchronized (running) {
            running.push(part);
        }
        return part;
    }

    private void databaseLost() {
        synchronized (running) {
            if (stopping) {
                return;
            }
        }
        progress.say("PostgreSQL has ended unexpectedly; see " + options.data().resolve("logs") + ".");
        System.exit(1);
    }
}
