package io.frontless.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real rsyslog that takes messages over TLS and writes them to a file as they came. It is the system's, or the one whose packages are unpacked in the folder that
 * {@code FRONTLESS_RSYSLOG} names, as {@code ./frontless test} does it.
 */
public final class RealSyslog implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(20);

    private static final String CONFIGURATION = """
            global(workDirectory="%1$s" maxMessageSize="1m" DefaultNetstreamDriver="ossl" DefaultNetstreamDriverCAFile="%2$s"
              DefaultNetstreamDriverCertFile="%3$s" DefaultNetstreamDriverKeyFile="%4$s")
            module(load="imtcp" StreamDriver.Name="ossl" StreamDriver.Mode="1" StreamDriver.AuthMode="anon")
            input(type="imtcp" port="%5$d" address="127.0.0.1")
            action(type="omfile" file="%1$s/received.log" template="RSYSLOG_SyslogProtocol23Format")
            """;

    private final Process process;
    private final Path folder;

    private RealSyslog(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Where there is one: the folder in which {@code usr} is. */
    public static Optional<Path> installed() {
        return Stream.of(Optional.ofNullable(System.getenv("FRONTLESS_RSYSLOG")), Optional.of("/"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(root -> Files.isExecutable(root.resolve("usr/sbin/rsyslogd")))
                .filter(root -> module(root).isPresent())
                .findFirst();
    }

    /** The folder of its modules, if the one for TLS is among them. */
    private static Optional<Path> module(Path root) {
        try (Stream<Path> folders = Files.list(root.resolve("usr/lib"))) {
            return folders.map(folder -> folder.resolve("rsyslog"))
                    .filter(folder -> Files.exists(folder.resolve("lmnsd_ossl.so")))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Starts it on a port, with the certificate of a server on localhost. */
    public static RealSyslog start(Path folder, int port, List<Path> authorityChainAndKey) throws IOException {
        Path root = installed().orElseThrow();
        Path modules = module(root).orElseThrow();
        Files.createDirectories(folder);
        Path configuration = folder.resolve("rsyslog.conf");
        Files.writeString(
                configuration,
                CONFIGURATION.formatted(
                        folder,
                        authorityChainAndKey.get(0),
                        authorityChainAndKey.get(1),
                        authorityChainAndKey.get(2),
                        port));
        ProcessBuilder builder = new ProcessBuilder(
                        root.resolve("usr/sbin/rsyslogd").toString(),
                        "-n",
                        "-f",
                        configuration.toString(),
                        "-i",
                        folder.resolve("pid").toString(),
                        "-M",
                        modules.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile());
        builder.environment().put("LD_LIBRARY_PATH", String.valueOf(modules.getParent()));
        Process process = builder.start();
        Deadline.awaitTrue("rsyslog listens, see " + folder, START_MAX, () -> listens(port));
        return new RealSyslog(process, folder);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What it has received up to now, a message a line. */
    public Path received() {
        return folder.resolve("received.log");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
