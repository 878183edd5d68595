package io.frontless.system;

import io.frontless.launcher.LocalPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The product as it runs for a test: where it answers, where it keeps what, and how much memory it takes. */
public final class RunningProduct implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(3);

    private final ProductProcess process;
    private final Path data;
    private final int port;

    private RunningProduct(ProductProcess process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /** Starts it on a free port; returns when it is ready. The data directory may be new or one that was used before. */
    public static RunningProduct start(Distribution distribution, Path data) {
        return start(distribution, data, Map.of());
    }

    /** The same, with settings in its environment. */
    public static RunningProduct start(Distribution distribution, Path data, Map<String, String> environment) {
        int port = LocalPort.free();
        ProductProcess process = ProductProcess.up(distribution, data, environment, "--port", Integer.toString(port));
        process.awaitReady(START_MAX);
        return new RunningProduct(process, data.toAbsolutePath(), port);
    }

    /** Starts another node of this installation, on the same database; returns when it is ready. */
    public RunningProduct beside(Distribution distribution, Map<String, String> environment) {
        int port = LocalPort.free();
        ProductProcess other =
                ProductProcess.up(distribution, data, environment, "--port", Integer.toString(port), "--beside");
        other.awaitReady(START_MAX);
        return new RunningProduct(other, data, port);
    }

    /** Ends with a slash. */
    public URI baseUrl() {
        return URI.create("https://localhost:" + port + "/");
    }

    public int port() {
        return port;
    }

    /** A new client that trusts the product's own authority; it follows no redirects and keeps no cookies. */
    public HttpClient client() {
        return HttpClient.newBuilder().sslContext(tls().context()).build();
    }

    /** What is needed to trust the product's own authority. */
    public ProductTls tls() {
        return new ProductTls(data.resolve("tls/ca.pem"));
    }

    /** The PostgreSQL server behind it. */
    public ProductDatabase database() {
        return new ProductDatabase(data);
    }

    /** Where mail arrives, a message in a file. */
    public Path mailbox() {
        return data.resolve("mailbox");
    }

    public Path data() {
        return data;
    }

    public ProductProcess process() {
        return process;
    }

    /** The memory that the JVM holds at this moment, without PostgreSQL's. */
    public long residentBytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            String kilobytes = lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("\\D", "");
            return Long.parseLong(kilobytes) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it as Ctrl-C does and waits for the end. */
    @Override
    public void close() {
        process.terminate();
        process.awaitExit();
    }
}
