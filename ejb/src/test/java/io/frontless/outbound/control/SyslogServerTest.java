package io.frontless.outbound.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.tls.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
                            TestCertificate.trusting(localhost).getSocketFactory())
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
                    TestCertificate.trusting(TestCertificate.of("localhost")).getSocketFactory());

            assertThatThrownBy(() -> stranger.send(List.of("<110>1 first"))).isInstanceOf(SSLException.class);

            assertThat(received.get(10, TimeUnit.SECONDS)).isEmpty();
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
