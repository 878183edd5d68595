package io.frontless.system.bare;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.RunningProduct;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets to hear from the server itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerAnswersIT {
    private static final int UPLOAD_BYTES = 20_000_000;

    private final RunningProduct server = BareServer.start();
    private final HttpClient client = server.client();

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere",
                "nowhere.jsp",
                "nowhere.xhtml",
                "bare/WEB-INF/web.xml",
                "bare/status/400",
                "bare/status/401",
                "bare/status/403",
                "bare/status/404",
                "bare/status/405",
                "bare/status/413",
                "bare/status/499",
                "bare/status/500",
                "bare/status/503",
                "bare/fail"
            })
    void errorIsAProblemThatTellsNothingOfTheInside(String path) throws Exception {
        HttpResponse<String> answer = send(request(path));

        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json;charset=UTF-8");
        assertThat(answer.body()).contains("\"status\":" + answer.statusCode());
        assertTellsNothing(answer.headers().map() + answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: nothing\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void malformedRequestIsRefusedWithoutTellingWhatTheServerIs(String request) throws Exception {
        String answer = exchange(request);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (4|50[15]).*");
        assertTellsNothing(answer);
    }

    @Test
    void uploadThatNobodyReadsIsAnswered() throws Exception {
        HttpResponse<String> answer =
                send(request("bare/status/401").POST(BodyPublishers.ofByteArray(new byte[UPLOAD_BYTES])));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void headersThatAreTooLargeHarmNobodyElse() throws Exception {
        HttpClient rude = server.client();
        for (int i = 0; i < 8; i++) {
            var unused = rude.sendAsync(
                            request("bare/")
                                    .header("X-Large", "~".repeat(17_000))
                                    .build(),
                            BodyHandlers.discarding())
                    .handle((answer, failure) -> answer)
                    .get(10, TimeUnit.SECONDS);
        }

        for (int i = 0; i < 16; i++) {
            HttpResponse<String> answer = server.client().send(request("bare/").build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private static void assertTellsNothing(String answer) {
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("payara", "glassfish", "grizzly", "catalina", "java", "exception", "stack", "6.2025")
                .doesNotContain(BareServlet.INTERNAL);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.baseUrl().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String exchange(String request) throws IOException {
        try (var socket = server.tls().context().getSocketFactory().createSocket("localhost", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            var in = socket.getInputStream();
            while (!answer.toString().contains("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                answer.append((char) next);
            }
            return answer.toString();
        }
    }
}
