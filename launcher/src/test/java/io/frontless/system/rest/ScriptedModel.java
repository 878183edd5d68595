package io.frontless.system.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.frontless.system.Neighbours;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A model that says whatever a test makes it say, behind the chat completions that the product's {@code scripted} provider speaks. */
public final class ScriptedModel implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private ScriptedModel(HttpsServer server, UnaryOperator<String> script) {
        this.server = server;
        server.createContext("/v1/chat/completions", exchange -> answer(exchange, script));
        server.setExecutor(threads);
        server.start();
    }

    /** Starts it; what it says is made of what it is asked. */
    public static ScriptedModel start(Neighbours neighbours, UnaryOperator<String> script) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), neighbours.modelPort());
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(
                    new HttpsConfigurator(StrangerProvider.tls(neighbours.certificate(), neighbours.key())));
            return new ScriptedModel(server, script);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it was asked. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, UnaryOperator<String> script) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        byte[] bytes = completion(script.apply(body)).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static JsonObject completion(String content) {
        JsonObject message = Client.object("role", "assistant", "content", content);
        JsonObject choice = Client.object("finish_reason", "stop");
        choice.add("message", message);
        JsonArray choices = new JsonArray();
        choices.add(choice);
        JsonObject usage = new JsonObject();
        usage.addProperty("prompt_tokens", 500);
        usage.addProperty("completion_tokens", 100);
        JsonObject answer = Client.object("object", "chat.completion", "model", "script-1");
        answer.add("choices", choices);
        answer.add("usage", usage);
        return answer;
    }
}
