package io.frontless.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.launcher.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** A certificate of the operator's own: it replaces the local one, and is itself replaced while requests are served. */
class CertificateReloadIT {
    private static final Duration SEEN_MAX = Duration.ofSeconds(30);

    private final Path folder = Workplace.create("certificate");
    private final Path chain = folder.resolve("chain.pem");
    private final Path key = folder.resolve("key.pem");
    private final Path authorityFile = folder.resolve("authority.pem");
    private final Map<String, String> environment = Map.of(
            "FRONTLESS_TLS_CERTIFICATE", chain.toString(),
            "FRONTLESS_TLS_KEY", key.toString());

    @Test
    void isReplacedWithoutARestartAndWithoutCuttingAConnection() throws Exception {
        TestAuthority authority = TestAuthority.madeAt(Instant.now());
        authority.writeAuthority(authorityFile);
        authority.issue("first").write(chain, key);
        try (RunningProduct product = RunningProduct.start(Distribution.built(), folder.resolve("data"), environment)) {
            assertThat(servedName(product)).isEqualTo("CN=first");
            try (SSLSocket open = connect(product)) {
                assertThat(ask(open)).startsWith("HTTP/1.1 200");

                authority.issue("second").write(chain, key);
                Deadline.awaitTrue("the new certificate is served", SEEN_MAX, () -> servedName(product)
                        .equals("CN=second"));
                assertThat(ask(open)).as("on the connection of before").startsWith("HTTP/1.1 200");

                Files.writeString(chain, "broken");
                Deadline.awaitTrue("readiness tells", SEEN_MAX, () -> readiness(product)
                        .contains("the certificate file cannot be read"));
                assertThat(servedName(product)).isEqualTo("CN=second");
                assertThat(readiness(product)).contains("\"status\":\"UP\"").doesNotContain(folder.toString());
                assertThat(ask(open)).startsWith("HTTP/1.1 200");
            }
            assertThat(Files.readString(product.data().resolve("logs/server.log")))
                    .contains("The web server's certificate was replaced")
                    .contains("is not served, the one before stays");
        }
    }

    @Test
    void expiredOneStopsTheStartWithAClearWord() throws Exception {
        TestAuthority.madeAt(Instant.now().minus(Duration.ofDays(900)))
                .issue("old")
                .write(chain, key);

        assertThat(refusal()).contains("The web server cannot use").contains("the certificate has expired on");
    }

    @Test
    void keyOfAnotherCertificateStopsTheStartWithAClearWord() throws Exception {
        TestAuthority authority = TestAuthority.madeAt(Instant.now());
        authority.issue("one").write(chain, key);
        Files.writeString(key, authority.issue("another").key());

        assertThat(refusal()).endsWith("the key is not that of the certificate.");
    }

    private String refusal() {
        ProductProcess process = ProductProcess.up(Distribution.built(), folder.resolve("refused"), environment);
        assertThat(process.awaitExit()).isEqualTo(1);
        return process.output().strip();
    }

    private String servedName(RunningProduct product) {
        try (SSLSocket socket = connect(product)) {
            var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a context of its own, so that no earlier session is resumed. */
    private SSLSocket connect(RunningProduct product) throws IOException {
        var socket = (SSLSocket)
                new ProductTls(authorityFile).context().getSocketFactory().createSocket("localhost", product.port());
        socket.setSoTimeout((int) SEEN_MAX.toMillis());
        socket.startHandshake();
        return socket;
    }

    /** One request on an open connection. */
    private static String ask(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /assets/mark.svg HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) socket.getInputStream().read());
        }
        int length = Integer.parseInt(head.toString().replaceAll("(?is).*content-length: *([0-9]+).*", "$1"));
        assertThat(socket.getInputStream().readNBytes(length)).hasSize(length);
        return head.toString();
    }

    private String readiness(RunningProduct product) {
        try {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(new ProductTls(authorityFile).context())
                    .build();
            var request = HttpRequest.newBuilder(product.baseUrl().resolve("health/ready"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
