package io.frontless.outbound.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.frontless.tls.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A real HTTPS server on a loopback address, with a certificate for one name; it remembers who asked for what. */
final class TestServer implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final TestCertificate certificate;

    /** Answers one request. */
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    TestServer(String address, int port, String name, Answering answering) {
        certificate = TestCertificate.of(name);
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("authorization"));
            try (exchange) {
                answering.answer(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Requests as "METHOD address authorization". */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Trust in these servers only. */
    static SSLContext trusting(TestServer... servers) {
        return TestCertificate.trusting(
                Stream.of(servers).map(server -> server.certificate).toArray(TestCertificate[]::new));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
