package io.frontless.system.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.frontless.system.Deadline;
import io.frontless.system.RunningProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of the REST API: one person's, once signed in. */
final class Client {
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);
    private static final Duration MAIL_MAX = Duration.ofSeconds(20);
    static final String PASSWORD = "a long enough password";

    private final RunningProduct product;
    private final HttpClient http;
    private @Nullable String token;

    Client(RunningProduct product) {
        this.product = product;
        this.http = product.client();
    }

    /** A person who has registered, confirmed and signed in. */
    static Client signedIn(RunningProduct product) {
        Client client = new Client(product);
        String email = "person-" + UUID.randomUUID() + "@works.example";
        client.register(email).having(202);
        client.confirm(email).having(204);
        client.signIn(email).having(201);
        return client;
    }

    Answer register(String email) {
        return post("registrations", object("email", email, "name", "Ada Test", "password", PASSWORD));
    }

    /** Follows the link of the mail to this address, as soon as it is there. */
    Answer confirm(String email) {
        return post("registrations/confirmation", object("token", mailedToken(email, "confirm")));
    }

    /** The token of the latest link of this kind that was mailed to an address. */
    String mailedToken(String email, String page) {
        Pattern link = Pattern.compile("/" + Pattern.quote(page) + "\\?token=([A-Za-z0-9_-]+)");
        Matcher found = link.matcher(awaitMail(email, "/" + page + "?token="));
        if (!found.find()) {
            throw new AssertionError("No /" + page + " link in the mail to " + email);
        }
        return found.group(1);
    }

    /** A mail to this address that contains a text, as soon as it is there. */
    String awaitMail(String email, String text) {
        return Deadline.await("mail to " + email + " with " + text, MAIL_MAX, () -> mailTo(email, text));
    }

    /** The same person with another token. */
    Client with(String other) {
        return new Client(product).withToken(other);
    }

    /** Accepts an invitation. */
    Answer accept(String invitation) {
        return post("invitations/acceptance", object("token", invitation));
    }

    /** Signs in; from now on every request carries the token. */
    Answer signIn(String email) {
        Answer answer = post("sessions", object("email", email, "password", PASSWORD));
        if (answer.status() == 201) {
            token = answer.text("token");
        }
        return answer;
    }

    /** From now on every request carries this, or nothing. */
    Client withToken(@Nullable String other) {
        token = other;
        return this;
    }

    /** The token of the session. */
    String token() {
        return Objects.requireNonNull(token, "nobody has signed in");
    }

    /** The same person at the same product, which was started again. */
    Client at(RunningProduct again) {
        return new Client(again).withToken(token);
    }

    /** The product's origin, as browsers name it. */
    String origin() {
        return product.baseUrl().toString().replaceAll("/$", "");
    }

    /** Founds a workspace and answers the path of everything in it. */
    String found(String label) {
        return "workspaces/"
                + post("workspaces", object("label", label)).having(201).text("workspaceId");
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    Answer post(String path, JsonObject body) {
        return post(path, body.toString());
    }

    Answer post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body), "application/json");
    }

    Answer post(String path, String body, Map<String, String> headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    Answer patch(String path, String body, Map<String, String> headers) {
        return send("PATCH", path, BodyPublishers.ofString(body), headers);
    }

    Answer delete(String path, Map<String, String> headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    Answer put(String path, String body, Map<String, String> headers) {
        return send("PUT", path, BodyPublishers.ofString(body), headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), "application/json");
    }

    /** Posts JSON, preferring that it is done as a job. */
    Answer sendPreferringAJob(String path, String body) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                Map.of("Content-Type", "application/json", "Prefer", "respond-async"));
    }

    /** Any request; {@code path} follows the API's base. */
    Answer send(String method, String path, BodyPublisher body, String type) {
        return send(method, path, body, Map.of("Content-Type", type));
    }

    private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        return Answer.of(exchange(method, "api/v1/" + path, body, headers));
    }

    /** A page of the portal, asked for as a browser with this session's cookie does. */
    HttpResponse<String> page(String path) {
        return exchange("GET", path, BodyPublishers.noBody(), Map.of("Cookie", "__Host-frontless=" + token));
    }

    /** Posts and answers the lines as they come. */
    Stream<String> lines(String path, JsonObject body) {
        return exchange(
                        "POST",
                        "api/v1/" + path,
                        BodyPublishers.ofString(body.toString()),
                        Map.of(),
                        BodyHandlers.ofLines())
                .body();
    }

    /** Any request, with all of its answer; {@code path} follows the product's address. */
    HttpResponse<String> exchange(String method, String path, BodyPublisher body, Map<String, String> headers) {
        return exchange(method, path, body, headers, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(
            String method, String path, BodyPublisher body, Map<String, String> headers, BodyHandler<T> handler) {
        URI address = product.baseUrl().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json")
                .method(method, body);
        headers.forEach(request::setHeader);
        if (token != null && !headers.containsKey("Cookie")) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Says a sentence in a workspace and answers the reply. */
    JsonObject say(String workspace, String sentence) {
        return post(workspace + "/turns", object("text", sentence))
                .having(201)
                .json()
                .getAsJsonObject("reply");
    }

    /** Says a sentence that is to propose a plan, and answers the plan. */
    JsonObject propose(String workspace, String sentence) {
        JsonObject reply = say(workspace, sentence);
        if (!reply.get("kind").getAsString().equals("plan")) {
            throw new AssertionError("No plan: " + reply);
        }
        return reply.getAsJsonObject("plan");
    }

    /** Executes a plan, confirmed as its preview asks. */
    Answer execute(String workspace, JsonObject plan) {
        JsonObject confirmation = new JsonObject();
        confirmation.add("rows", plan.get("rows"));
        confirmation.add("hash", plan.get("hash"));
        return post(workspace + "/plans/" + plan.get("planId").getAsString() + "/execution", confirmation);
    }

    /** Has a sentence carried out. */
    Answer run(String workspace, String sentence) {
        return execute(workspace, propose(workspace, sentence)).having(200);
    }

    /** A JSON object of texts. */
    static JsonObject object(String... namesAndTexts) {
        JsonObject object = new JsonObject();
        for (int index = 0; index < namesAndTexts.length; index += 2) {
            object.addProperty(namesAndTexts[index], namesAndTexts[index + 1]);
        }
        return object;
    }

    /** A plan of one operation. */
    static String plan(String op, JsonObject params) {
        JsonObject step = new JsonObject();
        step.addProperty("op", op);
        step.add("params", params);
        JsonArray operations = new JsonArray();
        operations.add(step);
        JsonObject plan = new JsonObject();
        plan.add("operations", operations);
        return plan.toString();
    }

    private Optional<String> mailTo(String email, String text) throws IOException {
        if (!Files.isDirectory(product.mailbox())) {
            return Optional.empty();
        }
        try (var files = Files.list(product.mailbox())) {
            for (var file : files.filter(one -> one.toString().endsWith(".eml")).toList()) {
                String mail = Files.readString(file);
                if (mail.contains("To: " + email) && mail.contains(text)) {
                    return Optional.of(mail);
                }
            }
        }
        return Optional.empty();
    }
}
