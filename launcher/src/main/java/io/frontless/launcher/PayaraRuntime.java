package io.frontless.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;

/** Payara Micro inside this process: boots with an HTTPS listener only, then takes commands. */
final class PayaraRuntime implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PayaraRuntime.class.getName());

    private final PayaraMicroBoot micro;
    private final AdminCommandRunner commands;

    private PayaraRuntime(PayaraMicroBoot micro, AdminCommandRunner commands) {
        this.micro = micro;
        this.commands = commands;
    }

    /** Boots with these settings, of the form {@code name=value}, in a folder that is emptied first. */
    static PayaraRuntime boot(Path folder, Path logging, List<String> settings) {
        try {
            // A configuration that was kept would refuse the commands that are about to be given again.
            DirectoryTree.delete(folder);
            Files.createDirectories(folder);
            loadSystemProperties();
            // The server's implementation is on no class path that Java code is compiled with.
            var micro = (PayaraMicroBoot) Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                    .getMethod("getInstance")
                    .invoke(null);
            return new PayaraRuntime(micro, start(micro, folder, logging, settings));
        } catch (IOException | URISyntaxException | ReflectiveOperationException | BootstrapException e) {
            throw new StartFailure("Payara Micro cannot be started; see logs/server.log in the data directory.", e);
        }
    }

    private static AdminCommandRunner start(PayaraMicroBoot micro, Path folder, Path logging, List<String> settings)
            throws BootstrapException {
        var commands = new AtomicReference<AdminCommandRunner>();
        micro.setRootDir(folder.toFile());
        micro.setLogPropertiesFile(logging.toFile());
        micro.setNoHazelcast(true);
        micro.setPrintLogo(false);
        micro.setPreBootHandler(runner -> settings.forEach(setting -> require(runner.run("set", setting), setting)));
        // Only kept here: a deployment while the server boots ends in its shutdown.
        micro.setPostBootHandler(commands::set);
        micro.bootStrap();
        return Objects.requireNonNull(commands.get(), "the server booted without calling its post-boot handler");
    }

    /** Runs an administration command; one that fails ends the start. */
    void run(String command, String... arguments) {
        require(commands.run(command, arguments), command);
    }

    private static void require(ClusterCommandResult result, String what) {
        if (result.getExitStatus() != ClusterCommandResult.ExitStatus.SUCCESS) {
            LOG.severe(() -> "The server refused " + what + ": " + result.getOutput());
            throw new StartFailure(
                    "The server refused " + what + ": " + ServerReason.of(result.getOutput())
                            + " (see logs/server.log in the data directory)",
                    result.getFailureCause());
        }
    }

    private static void loadSystemProperties() throws IOException, URISyntaxException {
        Path bootJar = Path.of(PayaraMicroBoot.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        System.setProperty("fish.payara.micro.BootJar", bootJar.toUri().toString());
        System.setProperty(
                "fish.payara.micro.UnpackDir", bootJar.resolveSibling("").toString());
        var properties = new Properties();
        try (InputStream in = PayaraMicroBoot.class.getResourceAsStream("/MICRO-INF/payara-boot.properties")) {
            properties.load(in);
        }
        properties.forEach((key, value) -> System.setProperty((String) key, (String) value));
    }

    /** Stops the applications and the server. */
    @Override
    public void close() {
        try {
            micro.shutdown();
        } catch (BootstrapException | IllegalStateException e) {
            throw new StartFailure("Payara Micro did not stop in order: " + e.getMessage(), e);
        }
    }
}
