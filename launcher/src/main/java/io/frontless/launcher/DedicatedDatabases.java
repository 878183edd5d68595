package io.frontless.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The databases that the operator has configured for single workspaces: {@code frontless.databases} names them, {@code frontless.database.<name>.*} says where they
 * are. Each gets a pool once it has been brought to this version; one that cannot be is tried again while the others are served.
 */
final class DedicatedDatabases implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DedicatedDatabases.class.getName());

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PORT_DEFAULT = 5432;

    private final Map<String, DatabaseAccess> databases = new LinkedHashMap<>();
    private final Map<String, String> told = new LinkedHashMap<>();
    private final UUID installation;
    private final Progress progress;
    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "frontless-databases");
        thread.setDaemon(true);
        return thread;
    });

    /** Reads the settings; a wrong one ends the start with its name. */
    DedicatedDatabases(Setting settings, Path secrets, UUID installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
        for (String name : names(settings)) {
            DatabaseAccess access = access(settings, name, new Secrets(folder(secrets, name)));
            databases.put(name, access);
            SystemProperties.setDatabase(name, access);
        }
        System.setProperty("frontless.databases", String.join(",", databases.keySet()));
    }

    /** Tries each; what fails is tried again until it does not, or the product stops. */
    void provide(PayaraRuntime payara) {
        databases.forEach((name, access) -> {
            if (provided(payara, name, access)) {
                progress.done("Database " + name);
            }
        });
    }

    private boolean provided(PayaraRuntime payara, String name, DatabaseAccess access) {
        try {
            access.secrets().text(Secret.APP_PASSWORD);
            new Migration(access).run(new DatabaseIdentity(installation, name));
            WebServer.createDedicatedPool(payara, name, access);
            LOG.info(() -> "The database " + name + " is served.");
            return true;
        } catch (StartFailure e) {
            if (!e.line().equals(told.put(name, e.line()))) {
                LOG.log(Level.WARNING, e, () -> "The database " + name + " is not served.");
                progress.say("The database " + name + " is not served until this is mended: " + e.line());
            }
            var unused =
                    retries.schedule(() -> provided(payara, name, access), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        }
    }

    @Override
    public void close() {
        retries.shutdownNow();
    }

    private static List<String> names(Setting settings) {
        List<String> names = Arrays.stream(
                        settings.find("frontless.databases").orElse("").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        for (String name : names) {
            if (!NAME.matcher(name).matches() || name.equals(DatabaseIdentity.SHARED)) {
                throw new StartFailure("frontless.databases: expected names of small letters, digits and hyphens, other"
                        + " than \"shared\", found \"" + name + "\".");
            }
        }
        return names;
    }

    private static DatabaseAccess access(Setting settings, String name, Secrets secrets) {
        String prefix = "frontless.database." + name + ".";
        Path passwordFile = Path.of(required(settings, prefix + "administrator-password-file"));
        DatabaseAddress address = new DatabaseAddress(
                required(settings, prefix + "host"),
                port(prefix + "port", settings.find(prefix + "port").orElse(String.valueOf(PORT_DEFAULT))),
                settings.find(prefix + "name").orElse(DatabaseAddress.DATABASE),
                Path.of(required(settings, prefix + "authority")));
        return new DatabaseAccess(
                address,
                settings.find(prefix + "administrator").orElse(DatabaseAddress.ADMINISTRATOR),
                () -> password(prefix + "administrator-password-file", passwordFile),
                secrets);
    }

    private static String required(Setting settings, String name) {
        return settings.find(name).orElseThrow(() -> new StartFailure(name + ": expected a value, found none."));
    }

    private static int port(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StartFailure(name + ": expected a number, found \"" + value + "\".", e);
        }
    }

    private static String password(String setting, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailure(setting + ": the file " + file + " cannot be read.", e);
        }
    }

    private static Path folder(Path secrets, String name) {
        Path folder = secrets.resolve(name);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return folder;
        } catch (IOException e) {
            throw new StartFailure("The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }
}
