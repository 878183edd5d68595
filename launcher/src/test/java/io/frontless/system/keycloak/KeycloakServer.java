package io.frontless.system.keycloak;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.frontless.system.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keycloak's distribution, unpacked by the build. Its server is put together for our options once, which takes some 16 s, and stays until the build directory is
 * cleaned.
 */
record KeycloakServer(Path home) {
    private static final Duration BUILD_MAX = Duration.ofMinutes(4);
    private static final String MARK = "built-for-tests";

    /** What is fixed when the server is put together: all in memory, and nothing that no test uses. */
    private static final List<String> BUILD_OPTIONS = List.of(
            "build",
            "--db=dev-mem",
            "--features-disabled=account,ciba,device-flow,impersonation,kerberos,organization,par");

    /** Java's options: started quickly rather than made fast, in little memory. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx400m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=GB",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    /** The one that this build has unpacked, put together if it was not yet. */
    static KeycloakServer built() {
        var server = new KeycloakServer(Path.of(Objects.requireNonNull(
                        System.getProperty("frontless.keycloak"), "the build sets frontless.keycloak"))
                .toAbsolutePath());
        server.putTogether();
        return server;
    }

    /** Runs the server with these options and settings in its environment; its output goes to a file. */
    Process run(List<String> options, Map<String, String> environment, Path console) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-cp");
        command.add(home.resolve("lib/quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once, whichever process of tests comes first. */
    private void putTogether() {
        Path mark = home.resolve(MARK);
        String wanted = String.join(" ", BUILD_OPTIONS);
        try (FileChannel file = FileChannel.open(home.resolve("build.lock"), CREATE, WRITE)) {
            var unused = file.lock();
            if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
                return;
            }
            Path console = home.resolve("build.console");
            Process build = run(BUILD_OPTIONS, Map.of(), console);
            int exit = Deadline.await(
                    "Keycloak is put together, see " + console,
                    BUILD_MAX,
                    () -> build.isAlive() ? Optional.empty() : Optional.of(build.exitValue()));
            if (exit != 0) {
                throw new IllegalStateException("Keycloak could not be put together:\n" + Files.readString(console));
            }
            Files.writeString(mark, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
