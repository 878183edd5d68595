package io.frontless.outbound.control;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that tests of other components script, over TLS, and the product's own way out to it. */
public final class ScriptedServer implements AutoCloseable {

    private static final String NAME = "model.example";
    private static final OutboundTimes TIMES =
            new OutboundTimes(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final TestServer server;
    private final HttpsClient client;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile Script script = exchange -> answer(exchange, 404, "");

    /** What it does with a request whose body was read. */
    public interface Script {
        /** Answers, or does worse. */
        void run(HttpExchange exchange) throws IOException;
    }

    public ScriptedServer() {
        server = new TestServer("127.0.0.1", 0, NAME, exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            keys.add(exchange.getRequestHeaders().getFirst("x-api-key") + " "
                    + exchange.getRequestHeaders().getFirst("authorization"));
            script.run(exchange);
        });
        client = new HttpsClient(
                OutboundPolicy.of("", NAME + ":" + server.port()),
                host -> List.of(InetAddress.getLoopbackAddress()),
                TestServer.trusting(server),
                TIMES);
    }

    /** From now on it does this. */
    public void script(Script next) {
        script = next;
    }

    public String url() {
        return "https://" + NAME + ":" + server.port() + "/";
    }

    /** The bodies that it was sent. */
    public List<String> bodies() {
        return bodies;
    }

    /** The keys that it was sent, as "x-api-key authorization". */
    public List<String> keys() {
        return keys;
    }

    /** Calls it, as the product calls any other host. */
    public OutboundAnswer send(OutboundRequest request) {
        return client.send(
                request,
                (status, headers, body) ->
                        new OutboundAnswer(status, headers, new String(body.readAllBytes(), StandardCharsets.UTF_8)));
    }

    /** Sends a whole answer. */
    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
