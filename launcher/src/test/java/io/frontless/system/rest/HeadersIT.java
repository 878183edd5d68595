package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says about itself, and under which names there is one. */
@SystemTest
class HeadersIT {

    private static final int TIMEOUT_MS = 10_000;

    private final RunningProduct product;

    HeadersIT(RunningProduct product) {
        this.product = product;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, , 302",
        "GET, sign-in, 200",
        "GET, register, 200",
        "GET, nowhere, 404",
        "GET, nowhere.xhtml, 404",
        "GET, WEB-INF/web.xml, 404",
        "GET, table, 302",
        "GET, assets/portal.css, 200",
        "GET, assets/mark.svg, 200",
        "GET, fault, 404",
        "GET, api/v1/nothing, 404",
        "GET, api/v1/workspaces, 401",
        "POST, api/v1/sessions, 400",
        "PUT, api/v1/sessions, 405",
        "PROPFIND, sign-in, 400",
        "GET, openapi, 200",
        "GET, health/ready, 200"
    })
    void everyAnswerTellsTheBrowserWhatNotToDo(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = product.client()
                .send(
                        HttpRequest.newBuilder(product.baseUrl().resolve(path == null ? "" : path))
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertHeader(answer, "x-content-type-options", "nosniff");
        assertHeader(answer, "x-frame-options", "DENY");
        assertHeader(answer, "cross-origin-resource-policy", "same-origin");
        assertHeader(answer, "referrer-policy", "same-origin");
        String policy = answer.headers().firstValue("content-security-policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(answer.headers().map().keySet()).doesNotContain("server", "x-powered-by");
        assertThat(answer.headers().firstValue("strict-transport-security"))
                .as("a developer's machine")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/nothing", "api/v1/workspaces", "openapi", "health/ready"})
    void dataMayLoadNothingAtAll(String path) throws Exception {
        HttpResponse<String> answer = product.client()
                .send(HttpRequest.newBuilder(product.baseUrl().resolve(path)).build(), BodyHandlers.ofString());

        assertHeader(
                answer,
                "content-security-policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil.example:443",
                "localhost:1",
                "user@localhost",
                "localhost/evil.example",
                "127.0.0.1.evil.example",
                "169.254.169.254",
                "[::ffff:1.2.3.4]",
                "%6cocalhost"
            })
    void requestUnderAForeignNameIsRefused(String host) throws Exception {
        for (String path : new String[] {"/", "/sign-in", "/api/v1/workspaces", "/assets/portal.css"}) {
            String answer = exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

            assertThat(answer).matches("(?s)HTTP/1\\.1 4(21|00) .*");
            assertThat(answer).doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "[::1]"})
    void requestUnderOneOfThisMachinesNamesIsAnswered(String host) throws Exception {
        String withPort = host + ":" + product.port();

        for (String each : new String[] {host, withPort}) {
            assertThat(exchange("GET /sign-in HTTP/1.1\r\nHost: " + each + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.example", "Forwarded: host=evil.example", "X-Host: evil.example"})
    void nameThatAProxyWouldTellIsNotBelieved(String header) throws Exception {
        String answer = exchange("GET / HTTP/1.1\r\nHost: localhost:" + product.port() + "\r\n" + header
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("/sign-in").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Secret: echoed\r\n\r\n",
                "TRACK / HTTP/1.1\r\nHost: localhost\r\nX-Secret: echoed\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"
            })
    void whatTheServerRefusesByItselfSaysNothing(String request) throws Exception {
        String answer = exchange(request);

        assertThat(answer).matches("(?s)(HTTP/1\\.1 (4|50[15]).*)?");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("echoed", "\r\nserver:", "x-powered-by", "payara", "grizzly", "exception");
        assertThat(answer.isEmpty() || answer.contains("X-Frame-Options: ")).isTrue();
    }

    private static void assertHeader(HttpResponse<String> answer, String name, String value) {
        assertThat(answer.headers().allValues(name)).as(name).containsExactly(value);
    }

    /** All that comes back until the server ends the connection or is silent for a while. */
    private String exchange(String request) throws IOException {
        try (var socket = product.tls().context().getSocketFactory().createSocket("localhost", product.port())) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new StringBuilder();
            while (!answer.toString().endsWith("\r\n\r\n")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    break;
                }
                answer.append((char) next);
            }
            return answer.toString();
        }
    }
}
