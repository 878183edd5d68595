package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people do with their own account, and what others cannot do with it. */
@SystemTest
class AccountIT {
    private static final int AT_ONCE = 50;
    private static final int GUESSES = 200;
    private static final int GUESSES_MAX = 10;
    private static final String OTHER_PASSWORD = "a quite different sentence";

    private final RunningProduct product;

    AccountIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void commonPasswordsAreRefusedAndLengthIsCountedInCharacters() {
        Client client = new Client(product);
        for (String password :
                List.of("password1234", "qwertyuiop12", "111111111111", "iloveyou1234", "short", "x".repeat(129))) {
            Answer refused = client.post("registrations", registration(unique(), password));

            refused.having(400);
            assertThat(refused.list("errors").get(0).get("field").getAsString()).isEqualTo("password");
            assertThat(refused.body()).doesNotContain(password);
        }
        client.post("registrations", registration(unique(), "😀🐎🔋📎⛵🌋🍄🦉🪐🎻🧭🗝"))
                .having(202);
    }

    @Test
    void confirmedAddressOpensTheAccountWithItsFirstEvents() throws SQLException {
        Client client = Client.signedIn(product);

        String accountId = client.get("account").having(200).text("accountId");

        assertThat(client.get("account").text("name")).isEqualTo("Ada Test");
        assertThat(actions(accountId)).containsExactly("account.create", "session.open");
        client.patch("account", json("name", "Ada Lovelace").toString(), Map.of())
                .having(204);
        assertThat(client.get("account").text("name")).isEqualTo("Ada Lovelace");
        assertThat(actions(accountId)).endsWith("account.rename");
    }

    @Test
    void changedPasswordEndsEveryOtherSession() throws SQLException {
        String email = unique();
        Client here = member(email);
        Client there = new Client(product);
        there.signIn(email).having(201);

        here.post("account/password", json("present", "not this one at all", "password", OTHER_PASSWORD))
                .having(403);
        here.post("account/password", json("present", Client.PASSWORD, "password", OTHER_PASSWORD))
                .having(204);

        here.get("account").having(200);
        there.get("account").having(401);
        new Client(product).signIn(email).having(401);
        assertThat(actions(here.get("account").text("accountId"))).endsWith("session.end", "password.set");
    }

    @Test
    void forgottenPasswordIsReplacedByTheMailedLinkOnce() {
        String email = unique();
        Client client = member(email);

        new Client(product).post("password-resets", json("email", email)).having(202);
        new Client(product)
                .post("password-resets", json("email", "nobody-" + unique()))
                .having(202);
        String token = client.mailedToken(email, "reset");
        JsonObject next = json("token", token, "password", OTHER_PASSWORD);
        client.post("password-resets/confirmation", json("token", token, "password", "password1234"))
                .having(400);
        client.post("password-resets/confirmation", next).having(204);

        client.post("password-resets/confirmation", next).having(404);
        client.get("account").having(401);
    }

    @Test
    void addressChangesWhenTheLinkToTheNewOneIsFollowedAndBothAreTold() {
        String email = unique();
        String next = unique();
        Client client = member(email);

        client.post("account/address", json("present", Client.PASSWORD, "email", "ada@gmail.com"))
                .having(400);
        client.post("account/address", json("present", Client.PASSWORD, "email", next))
                .having(202);
        assertThat(client.get("account").text("email")).isEqualTo(email);
        String token = client.mailedToken(next, "confirm-address");
        client.post("address-changes/confirmation", json("token", token)).having(204);

        assertThat(client.get("account").text("email")).isEqualTo(next);
        client.awaitMail(email, "is now " + next);
        client.awaitMail(next, "is now " + next);
        client.post("address-changes/confirmation", json("token", token)).having(404);
    }

    @Test
    void sessionsAreListedAndEndedOneByOne() {
        String email = unique();
        Client here = member(email);
        Client there = new Client(product);
        there.signIn(email).having(201);

        List<JsonObject> sessions = here.get("account/sessions").having(200).list("sessions");
        String other = sessions.stream()
                .filter(session -> !session.get("current").getAsBoolean())
                .map(session -> session.get("sessionId").getAsString())
                .findFirst()
                .orElseThrow();
        new Client(product).delete("account/sessions/" + other).having(401);
        Client.signedIn(product).delete("account/sessions/" + other).having(404);
        here.delete("account/sessions/" + other).having(204);

        assertThat(sessions).hasSize(2);
        there.get("account").having(401);
        here.get("account").having(200);
    }

    @Test
    void fiftyRequestsAtTheMomentOfRenewalAreAllAnsweredAndAgreeOnTheNextToken() throws Exception {
        Client client = Client.signedIn(product);
        String accountId = client.get("account").text("accountId");
        ageTokens(accountId);

        List<Answer> answers = together(AT_ONCE, number -> () -> client.get("account"));

        List<String> next = answers.stream()
                .map(answer -> answer.having(200).header("Frontless-Session"))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        assertThat(next).hasSize(1);
        List<Answer> mixed = together(
                AT_ONCE,
                number -> () -> number % 2 == 0
                        ? client.get("account")
                        : client.with(next.get(0)).get("account"));
        assertThat(mixed).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    @Test
    void tokenThatWasReplacedLongAgoEndsTheSession() throws Exception {
        Client client = Client.signedIn(product);
        String accountId = client.get("account").text("accountId");
        ageTokens(accountId);
        String next =
                client.get("account").having(200).header("Frontless-Session").orElseThrow();
        Client renewed = client.with(next);
        renewed.get("account").having(200);
        client.get("account").having(200);

        product.database()
                .change("update frontless.session_token set superseded_at = superseded_at - interval '2 minutes'"
                        + " where account_id = '" + accountId + "' and superseded_at is not null");
        client.get("account").having(401);

        renewed.get("account").having(401);
        assertThat(actions(accountId)).endsWith("session.end");
    }

    @Test
    void ofTwoHundredGuessesAtOnceNotOneMoreThanAllowedIsLookedAt() throws Exception {
        String email = unique();
        Client known = member(email);

        List<Answer> answers = together(
                GUESSES,
                number -> () -> new Client(product)
                        .post("sessions", json("email", email, "password", "guess number " + number)));

        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(GUESSES_MAX);
        assertThat(answers.stream().filter(answer -> answer.status() == 429))
                .hasSize(GUESSES - GUESSES_MAX)
                .allSatisfy(answer -> assertThat(
                                Long.parseLong(answer.header("Retry-After").orElseThrow()))
                        .isBetween(1L, 900L));
        new Client(product).signIn(email).having(429);
        known.get("account").having(200);
    }

    @Test
    void personUnderAttackSignsInFromABrowserThatHasSignedInBefore() {
        String email = unique();
        Client known = member(email);
        String device = known.signIn(email).text("device");
        for (int guess = 0; guess <= GUESSES_MAX; guess++) {
            new Client(product).post("sessions", json("email", email, "password", "guess number " + guess));
        }

        new Client(product).signIn(email).having(429);
        new Client(product)
                .post("sessions", json("email", email, "password", Client.PASSWORD, "device", device))
                .having(201);
    }

    @Test
    void unknownAddressIsAnsweredAsAWrongPassword() {
        String email = unique();
        member(email);

        Answer wrong = new Client(product).post("sessions", json("email", email, "password", OTHER_PASSWORD));
        Answer unknown = new Client(product).post("sessions", json("email", unique(), "password", OTHER_PASSWORD));

        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    private Client member(String email) {
        Client client = new Client(product);
        client.register(email).having(202);
        client.confirm(email).having(204);
        client.signIn(email).having(201);
        return client;
    }

    /** As if the session's tokens had been given out an hour ago. */
    private void ageTokens(String accountId) throws SQLException {
        product.database()
                .change(
                        "update frontless.session_token set issued_at = issued_at - interval '1 hour' where account_id = '"
                                + accountId + "'");
    }

    private List<String> actions(String accountId) throws SQLException {
        return product.database()
                .texts("select action from frontless.event where workspace_id = '" + accountId + "' order by seq");
    }

    private static List<Answer> together(int count, IntFunction<Callable<Answer>> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : threads.invokeAll(
                    IntStream.range(0, count).mapToObj(request).toList())) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static JsonObject registration(String email, String password) {
        return json("email", email, "name", "Ada Test", "password", password);
    }

    private static String unique() {
        return "person-" + UUID.randomUUID() + "@works.example";
    }

    private static JsonObject json(String... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            object.addProperty(namesAndValues[at], namesAndValues[at + 1]);
        }
        return object;
    }
}
