package io.frontless.outbound.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to real servers, which behave as badly as servers can. */
class HttpsClientTest {

    private static final String HERE = "127.0.0.1";
    private static final String ELSEWHERE = "127.0.0.2";
    private static final OutboundTimes SHORT =
            new OutboundTimes(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3));

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        over.countDown();
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void listedHostAtAPrivateAddressIsCalled() {
        TestServer server = server("api.example", exchange -> answer(exchange, 200, "hello"));
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        OutboundAnswer answer = call(client, OutboundRequest.get(url(server, "api.example", "/a?b=c")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(server.asked()).containsExactly("GET /a?b=c null");
    }

    @Test
    void bodyAndHeadersOfAPostArrive() {
        TestServer server = server(
                "api.example",
                exchange -> answer(
                        exchange,
                        200,
                        exchange.getRequestHeaders().getFirst("content-type")
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        OutboundAnswer answer = call(
                client,
                OutboundRequest.post(url(server, "api.example", "/"), "application/json", "{\"a\":\"ä\"}")
                        .with("authorization", "Bearer x"));

        assertThat(answer.body()).isEqualTo("application/json{\"a\":\"ä\"}");
        assertThat(server.asked()).containsExactly("POST / Bearer x");
    }

    @Test
    void hostThatIsNotListedIsNotCalled() {
        TestServer server = server("api.example", exchange -> answer(exchange, 200, "secret"));
        HttpsClient client = client(OutboundPolicy.of("", ""), at(HERE), TestServer.trusting(server));

        assertRefused(client, url(server, "api.example", "/"), Reason.INVALID, "that the administrator lists");
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {HERE, "::ffff:127.0.0.1", "169.254.169.254", "10.1.2.3", "::1", "0.0.0.0"})
    void publicNameThatMeansAPrivateAddressIsNotCalled(String address) {
        TestServer server = server("api.example", exchange -> answer(exchange, 200, "secret"));
        HttpsClient client =
                client(OutboundPolicy.of("*:" + server.port(), ""), at(address), TestServer.trusting(server));

        assertRefused(client, url(server, "api.example", "/"), Reason.INVALID, "a host at a public address");
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:7f00:1]", "169.254.169.254", "10.0.0.1"})
    void privateAddressInTheUrlIsNotCalled(String literal) {
        HttpsClient client = client(
                OutboundPolicy.of("*", ""), host -> List.of(InetAddress.getAllByName(host)), TestServer.trusting());

        assertRefused(client, "https://" + literal + "/", Reason.INVALID, "a host at a public address");
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnough() {
        TestServer server = server("api.example", exchange -> answer(exchange, 200, "secret"));
        HttpsClient client = client(
                OutboundPolicy.of("*:" + server.port(), ""),
                host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getLoopbackAddress()),
                TestServer.trusting(server));

        assertRefused(client, url(server, "api.example", "/"), Reason.INVALID, "a host at a public address");
    }

    @Test
    void nameThatMeansAnotherAddressAMomentLaterGainsNothing() {
        TestServer listed = new TestServer(ELSEWHERE, 0, "api.example", exchange -> {
            exchange.getResponseHeaders().set("connection", "close");
            answer(exchange, 200, "listed");
        });
        opened.add(listed);
        TestServer inside =
                new TestServer(HERE, listed.port(), "api.example", exchange -> answer(exchange, 200, "secret"));
        opened.add(inside);
        var looked = new AtomicInteger();
        Deque<String> answers = new ArrayDeque<>(List.of(ELSEWHERE, HERE));
        HttpsClient client = client(
                OutboundPolicy.of("", "api.example:" + listed.port() + "=127.0.0.2/32"),
                host -> {
                    looked.incrementAndGet();
                    return List.of(InetAddress.getByName(answers.remove()));
                },
                TestServer.trusting(listed, inside));

        OutboundAnswer first = call(client, OutboundRequest.get(url(listed, "api.example", "/")));

        assertThat(first.body()).isEqualTo("listed");
        assertThat(looked)
                .as("one look-up for a connection, which went where it was checked")
                .hasValue(1);
        assertRefused(client, url(listed, "api.example", "/"), Reason.INVALID, "a host at a public address");
        assertThat(inside.asked()).isEmpty();
    }

    @Test
    void redirectToAPlaceThatIsNotListedIsNotFollowed() {
        TestServer inside = server("inside.example", exchange -> answer(exchange, 200, "secret"));
        TestServer server =
                server("api.example", exchange -> redirect(exchange, url(inside, "inside.example", "/admin")));
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server, inside));

        assertRefused(client, url(server, "api.example", "/"), Reason.INVALID, "that the administrator lists");
        assertThat(inside.asked()).isEmpty();
    }

    @Test
    void redirectToAPrivateAddressOfAListedNameIsNotFollowed() {
        TestServer inside = server("inside.example", exchange -> answer(exchange, 200, "secret"));
        TestServer server =
                server("api.example", exchange -> redirect(exchange, url(inside, "inside.example", "/admin")));
        HttpsClient client = client(
                OutboundPolicy.of("*:" + inside.port(), "api.example:" + server.port()),
                at(HERE),
                TestServer.trusting(server, inside));

        assertRefused(client, url(server, "api.example", "/"), Reason.INVALID, "a host at a public address");
        assertThat(inside.asked()).isEmpty();
    }

    @Test
    void redirectToPlainHttpIsNotFollowed() {
        TestServer server = server("api.example", exchange -> redirect(exchange, "http://api.example/"));
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        assertRefused(client, url(server, "api.example", "/"), Reason.INVALID, "an https address");
    }

    @Test
    void redirectTakesNoCredentialsToAnotherServer() {
        TestServer other = server("other.example", exchange -> answer(exchange, 200, "arrived"));
        TestServer server = server(
                "api.example",
                exchange -> redirect(
                        exchange,
                        exchange.getRequestURI().getPath().equals("/a") ? "/b" : url(other, "other.example", "/c")));
        HttpsClient client = client(
                OutboundPolicy.of("", "api.example:" + server.port() + ",other.example:" + other.port()),
                at(HERE),
                TestServer.trusting(server, other));

        OutboundAnswer answer = call(
                client, OutboundRequest.get(url(server, "api.example", "/a")).with("authorization", "Bearer x"));

        assertThat(answer.body()).isEqualTo("arrived");
        assertThat(server.asked()).containsExactly("GET /a Bearer x", "GET /b Bearer x");
        assertThat(other.asked()).containsExactly("GET /c null");
    }

    @Test
    void circleOfRedirectsEnds() {
        TestServer server = server("api.example", exchange -> redirect(exchange, "/again"));
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        assertRefused(client, url(server, "api.example", "/"), Reason.LIMIT, "redirects");
        assertThat(server.asked()).hasSize(Limits.OUTBOUND_REDIRECTS_MAX + 1);
    }

    @Test
    void postIsNeverRedirected() {
        TestServer server = server("api.example", exchange -> redirect(exchange, "/elsewhere"));
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        OutboundAnswer answer =
                call(client, OutboundRequest.post(url(server, "api.example", "/"), "text/plain", "once"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void endlessBodyIsCutOff() {
        TestServer server = server("api.example", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            try (OutputStream out = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    out.write(block);
                }
            }
        });
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        assertRefused(client, url(server, "api.example", "/"), Reason.LIMIT, "answer: expected at most");
    }

    @Test
    void silentServerIsGivenUp() {
        TestServer server = server("api.example", exchange -> await(60));
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        assertRefused(client, url(server, "api.example", "/"), Reason.UNAVAILABLE, "did not answer as expected");
    }

    @Test
    void serverThatDripsIsGivenUpAtTheDeadline() {
        TestServer server = server("api.example", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!await(0)) {
                    out.write('.');
                    out.flush();
                    over.await(200, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));
        long begun = System.nanoTime();

        assertRefused(client, url(server, "api.example", "/"), Reason.UNAVAILABLE, "did not answer as expected");

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(SHORT.whole(), SHORT.whole().multipliedBy(3));
    }

    @Test
    void serverOfAnUnknownAuthorityIsNotBelieved() {
        TestServer server = server("api.example", exchange -> answer(exchange, 200, "secret"));
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting());

        assertRefused(client, url(server, "api.example", "/"), Reason.UNAVAILABLE, "did not answer as expected");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void serverWithACertificateForAnotherNameIsNotBelieved() {
        TestServer server = server("other.example", exchange -> answer(exchange, 200, "secret"));
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        assertRefused(client, url(server, "api.example", "/"), Reason.UNAVAILABLE, "did not answer as expected");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void cookieIsNotSentBack() {
        List<String> cookies = new ArrayList<>();
        TestServer server = server("api.example", exchange -> {
            cookies.add(String.valueOf(exchange.getRequestHeaders().getFirst("cookie")));
            exchange.getResponseHeaders().set("set-cookie", "a=b");
            answer(exchange, 200, "");
        });
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        call(client, OutboundRequest.get(url(server, "api.example", "/")));
        call(client, OutboundRequest.get(url(server, "api.example", "/")));

        assertThat(cookies).containsExactly("null", "null");
    }

    @Test
    void answerIsReadWhileItArrives() {
        TestServer server = server("api.example", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("first\n".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            await(60);
        });
        HttpsClient client = client(listed(server, "api.example"), at(HERE), TestServer.trusting(server));

        String first = client.send(
                OutboundRequest.get(url(server, "api.example", "/")),
                (status, headers, body) -> new String(body.readNBytes("first\n".length()), StandardCharsets.US_ASCII));

        assertThat(first).isEqualTo("first\n");
    }

    private TestServer server(String name, TestServer.Answering answering) {
        var server = new TestServer(HERE, 0, name, answering);
        opened.add(server);
        return server;
    }

    private HttpsClient client(OutboundPolicy policy, NameResolver names, SSLContext trust) {
        var client = new HttpsClient(policy, names, trust, SHORT);
        opened.add(client);
        return client;
    }

    private static OutboundPolicy listed(TestServer server, String name) {
        return OutboundPolicy.of("", name + ":" + server.port());
    }

    private static NameResolver at(String address) {
        return host -> List.of(InetAddress.getByName(address));
    }

    private static String url(TestServer server, String name, String path) {
        return "https://" + name + ":" + server.port() + path;
    }

    private static OutboundAnswer call(HttpsClient client, OutboundRequest request) {
        return client.send(
                request,
                (status, headers, body) -> new OutboundAnswer(
                        status, Map.copyOf(headers), new String(body.readAllBytes(), StandardCharsets.UTF_8)));
    }

    private static void assertRefused(HttpsClient client, String url, Reason reason, String message) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> call(client, OutboundRequest.get(url)))
                .withMessageContaining(message)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** Waits until the test is over; answers whether it is. */
    private boolean await(int seconds) {
        try {
            return over.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("location", location);
        exchange.sendResponseHeaders(302, -1);
    }
}
