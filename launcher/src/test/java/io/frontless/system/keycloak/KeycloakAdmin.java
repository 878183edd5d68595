package io.frontless.system.keycloak;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.frontless.system.ProductTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keycloak's administration over REST; paths follow its address. An answer that is no success fails the test with its own words. */
public final class KeycloakAdmin {
    static final String USER = "admin";
    static final String PASSWORD = "of this test run alone";

    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);

    /** Less than the minute that Keycloak lets a token of its administrator live. */
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(30);

    private final URI baseUrl;
    private final HttpClient http;
    private @Nullable String token;
    private Instant tokenUntil = Instant.MIN;

    KeycloakAdmin(URI baseUrl, ProductTls tls) {
        this.baseUrl = baseUrl;
        this.http = HttpClient.newBuilder().sslContext(tls.context()).build();
    }

    /** What is there. */
    public JsonElement get(String path) {
        return parse(send(authorized(path).GET()).body());
    }

    /** Makes something and answers its address. */
    public String post(String path, JsonElement body) {
        return send(authorized(path).POST(BodyPublishers.ofString(body.toString())))
                .headers()
                .firstValue("location")
                .orElse("");
    }

    /** Replaces something. */
    public void put(String path, JsonElement body) {
        send(authorized(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Removes something. */
    public void delete(String path) {
        send(authorized(path).DELETE());
    }

    private synchronized HttpRequest.Builder authorized(String path) {
        if (token == null || Instant.now().isAfter(tokenUntil)) {
            var form = "grant_type=password&client_id=admin-cli&username=" + USER + "&password="
                    + PASSWORD.replace(" ", "+");
            HttpResponse<String> answer = send(request("realms/master/protocol/openid-connect/token")
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            JsonObject tokens = parse(answer.body()).getAsJsonObject();
            token = tokens.get("access_token").getAsString();
            tokenUntil = Instant.now().plus(TOKEN_LIFE);
        }
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(baseUrl.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError("Keycloak answers " + request.method() + " " + request.uri() + " with "
                        + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonElement parse(String body) {
        return body.isEmpty() ? JsonNull.INSTANCE : JsonParser.parseString(body);
    }
}
