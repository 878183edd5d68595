package io.frontless.outbound.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.tls.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Syslog over TLS against a socket that reads what comes: the framing of RFC 5425, and nobody but who was meant. */
class SyslogServerTest {
    private final TestCertificate localhost = TestCertificate.of("localhost");

    @Test
    void messagesAreCountedInBytesAndEndWithTheConnection() throws Exception {
        try (SSLServerSocket server = server()) {
            CompletableFuture<String> received = receive(server);

            SyslogServer.of(
                            "localhost:" + server.getLocalPort(),
                            TestCertificate.trusting(localhost).getSocketFactory(),
                            OutboundTimes.usual())
                    .send(List.of("<110>1 first", "<110>1 zweite für alle"));

            assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo("12 <110>1 first23 <110>1 zweite für alle");
        }
    }

    @Test
    void serverThatIsNotBelievedGetsNothing() throws Exception {
        try (SSLServerSocket server = server()) {
            CompletableFuture<String> received = receive(server);
            SyslogServer stranger = SyslogServer.of(
                    "localhost:" + server.getLocalPort(),
                    TestCertificate.trusting(TestCertificate.of("localhost")).getSocketFactory(),
                    OutboundTimes.usual());

            assertThatThrownBy(() -> stranger.send(List.of("<110>1 first"))).isInstanceOf(SSLException.class);

            assertThat(received.get(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void serverThatReadsNothingIsLeftInTheEnd() throws Exception {
        OutboundTimes brief = new OutboundTimes(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(1));
        CountDownLatch left = new CountDownLatch(1);
        try (SSLServerSocket server = server()) {
            CompletableFuture<Void> silent = CompletableFuture.runAsync(() -> shakeHands(server, left));
            SyslogServer slow = SyslogServer.of(
                    "localhost:" + server.getLocalPort(),
                    TestCertificate.trusting(localhost).getSocketFactory(),
                    brief);

            assertThatThrownBy(() -> slow.send(Collections.nCopies(1_000, "x".repeat(100_000))))
                    .isInstanceOf(IOException.class);

            left.countDown();
            silent.get(10, TimeUnit.SECONDS);
        }
    }

    /** Begins to talk, and reads nothing until the other has left. */
    private static void shakeHands(SSLServerSocket server, CountDownLatch left) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SSLServerSocket server() throws IOException {
        return (SSLServerSocket) localhost
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getByName("localhost"));
    }

    /** What one connection brings until it ends; nothing where there is no handshake. */
    private static CompletableFuture<String> receive(SSLServerSocket server) {
        return CompletableFuture.supplyAsync(() -> {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        });
    }
}
