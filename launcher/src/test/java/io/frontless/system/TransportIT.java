package io.frontless.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the product speaks, whatever it says. */
@SystemTest
class TransportIT {
    private static final int TIMEOUT_MS = 10_000;
    private static final int ALERT = 0x15;
    private static final int SSL_REQUEST_LENGTH = 8;
    private static final int SSL_REQUEST = 80_877_103;

    private final RunningProduct product;

    TransportIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void speaksTheNewestTlsWithACertificateOfItsOwnAuthority() throws Exception {
        HttpResponse<String> answer = get(product.client());

        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void clientThatWasNotGivenTheAuthorityRefuses() {
        HttpClient stranger = HttpClient.newHttpClient();

        assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> get(stranger));
    }

    @Test
    void certificateIsForThisHostOnly() {
        var elsewhere = HttpRequest.newBuilder(
                        product.baseUrl().resolve("//localhost.localdomain:" + product.port() + "/"))
                .build();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> product.client().send(elsewhere, BodyHandlers.ofString()));
    }

    @Test
    void answersDoNotTellWhatTheServerIs() throws Exception {
        HttpResponse<String> answer = get(product.client());

        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0300", "0301", "0302"})
    void versionsBeforeTls12AreRefused(String version) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), product.port())) {
            socket.setSoTimeout(TIMEOUT_MS);

            socket.getOutputStream().write(clientHello(version));

            assertThat(socket.getInputStream().read())
                    .as("the type of the first record")
                    .isIn(ALERT, -1);
        }
    }

    @Test
    void sameGreetingInTls12IsAnswered() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), product.port())) {
            socket.setSoTimeout(TIMEOUT_MS);

            socket.getOutputStream().write(clientHello("0303"));

            assertThat(socket.getInputStream().read()).as("a handshake record").isEqualTo(0x16);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"
            })
    void tls12IsSpokenWithAuthenticatedEncryption(String suite) throws Exception {
        try (SSLSocket socket = tls12(suite)) {
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
                "TLS_RSA_WITH_AES_128_GCM_SHA256"
            })
    void everythingElseOfTls12IsRefused(String suite) throws Exception {
        try (SSLSocket socket = tls12(suite)) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(socket::startHandshake);
        }
    }

    @Test
    void plainHttpGetsNoAnswer() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), product.port())) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(readAll(socket), StandardCharsets.ISO_8859_1)).doesNotContain("HTTP/1.");
        }
    }

    @Test
    void processListensForTlsOnly() {
        assertThat(product.database().port()).isNotEqualTo(product.port());
        assertThat(ListeningSockets.ofProcess(product.process().pid())).containsExactly(product.port());
    }

    @Test
    void databaseRefusesPlaintext() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> product.database().connect("sslmode", "disable"))
                .withMessageContaining("no encryption");
    }

    @Test
    void databaseIsNotBelievedUnderAnotherAuthority() {
        String platform = Path.of("/etc/ssl/certs/ca-certificates.crt").toString();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> product.database().connect("sslrootcert", platform))
                .withMessageContaining("SSL error");
    }

    @Test
    void databaseSpeaksTls13Only() throws Exception {
        try (SSLSocket newest = databaseSocket("TLSv1.3")) {
            newest.startHandshake();
            assertThat(newest.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
        try (SSLSocket older = databaseSocket("TLSv1.2")) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(older::startHandshake);
        }
    }

    @Test
    void applicationsConnectionsToTheDatabaseAreEncrypted() throws Exception {
        try (var connection = product.database().asAdministrator();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) filter (where s.ssl and s.version = 'TLSv1.3'), count(*) from pg_stat_ssl s"
                                + " join pg_stat_activity a using (pid) where a.usename = 'frontless_app'")) {
            rows.next();
            assertThat(rows.getInt(2)).isPositive();
            assertThat(rows.getInt(1)).isEqualTo(rows.getInt(2));
        }
    }

    private HttpResponse<String> get(HttpClient client) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(product.baseUrl()).build(), BodyHandlers.ofString());
    }

    private SSLSocket tls12(String suite) throws IOException {
        var socket = (SSLSocket) product.tls().context().getSocketFactory().createSocket("localhost", product.port());
        socket.setSoTimeout(TIMEOUT_MS);
        socket.setEnabledProtocols(new String[] {"TLSv1.2"});
        socket.setEnabledCipherSuites(new String[] {suite});
        return socket;
    }

    /** A connection that has asked PostgreSQL for TLS, by its protocol's message for that. */
    private SSLSocket databaseSocket(String protocol) throws IOException {
        var plain =
                new Socket(InetAddress.getLoopbackAddress(), product.database().port());
        plain.setSoTimeout(TIMEOUT_MS);
        var out = new DataOutputStream(plain.getOutputStream());
        out.writeInt(SSL_REQUEST_LENGTH);
        out.writeInt(SSL_REQUEST);
        assertThat(new DataInputStream(plain.getInputStream()).readByte()).isEqualTo((byte) 'S');
        var socket = (SSLSocket)
                product.tls().context().getSocketFactory().createSocket(plain, "127.0.0.1", plain.getPort(), true);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    /** What a server sends before it gives up; being cut off counts as nothing. */
    private static byte[] readAll(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            return new byte[0];
        }
    }

    /** A greeting as of TLS 1.2 and before (RFC 5246 §7.4.1.2), with suites and curves that every version could use; its version is the only difference. */
    private static byte[] clientHello(String version) {
        String random = "00".repeat(32);
        String suites = "0008" + "c02bc02cc009c00a";
        String extensions = "000a00040002" + "0017" + "000b00020100" + "000d00060004" + "04030401";
        String body = version + random + "00" + suites + "0100" + length(extensions, 2) + extensions;
        String handshake = "01" + length(body, 3) + body;
        return HexFormat.of()
                .parseHex(List.of("16", "0301", length(handshake, 2), handshake).stream()
                        .reduce("", String::concat));
    }

    private static String length(String hex, int bytes) {
        return String.format("%0" + 2 * bytes + "x", hex.length() / 2);
    }
}
