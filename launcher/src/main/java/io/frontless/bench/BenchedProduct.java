package io.frontless.bench;

import io.frontless.launcher.LocalPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The product as it is installed, in a process of its own, on a data directory and a port of its own. */
final class BenchedProduct implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final long STOP_S_MAX = 60;
    private static final long LOOK_AGAIN_MS = 200;

    private final Process process;
    private final Path folder;
    private final int port;

    private BenchedProduct(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Returns when it answers requests. */
    static BenchedProduct start(Path home, Path folder) throws IOException, InterruptedException {
        int port = LocalPort.free();
        Path console = folder.resolve("console");
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/frontless").toString(),
                        "up",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        // All of the load comes from one network address.
        builder.environment().put("FRONTLESS_IDENTITY_CLIENT_FACTOR", "100000");
        Process process = builder.start();
        // Whoever breaks the benchmark off leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "frontless-bench-stop"));
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!Files.readString(console).contains("is ready at")) {
            if (process.waitFor(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IOException("The product did not start:\n" + Files.readString(console));
            }
        }
        return new BenchedProduct(process, folder, port);
    }

    Path data() {
        return folder.resolve("data");
    }

    int port() {
        return port;
    }

    /** Its JVM: the start script gives its process to it. */
    ProcessHandle process() {
        return process.toHandle();
    }

    /** Megabytes that its JVM holds at this moment, without PostgreSQL's; 0 where the system does not tell. */
    long residentMb() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Sockets that trust the product's own authority and no other. */
    SSLSocketFactory sockets() throws IOException {
        try (var in = Files.newInputStream(data().resolve("tls/ca.pem"))) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("the product's authority cannot be trusted", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_S_MAX, TimeUnit.SECONDS)) {
                throw new IOException("The product does not stop; its process is " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
