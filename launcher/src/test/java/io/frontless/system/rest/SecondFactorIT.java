package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An authenticator app and recovery codes: what they open, what they open once only, and what opens nothing without them. */
@SystemTest
class SecondFactorIT {
    private static final int AT_ONCE = 20;
    private static final int GUESSES = 100;
    private static final int GUESSES_MAX = 10;
    private static final int CODES = 10;
    private static final String SECOND_FACTOR = "sessions/second-factor";

    private final RunningProduct product;

    SecondFactorIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void passwordAloneOpensNothingOnceAnAppIsSetUp() throws SQLException {
        Secured ada = Secured.byApp(product);

        Answer first = new Client(product).signIn(ada.email()).having(202);
        assertThat(first.json().keySet()).containsExactlyInAnyOrder("signIn", "expiresAt", "app", "passkey");
        new Client(product).withToken(first.text("signIn")).get("account").having(401);
        new Client(product).withToken(first.text("signIn")).get("workspaces").having(401);
        Answer opened =
                ada.finish(first.text("signIn"), "code", ada.app().code(0)).having(201);

        Client client = new Client(product).withToken(opened.text("token"));
        client.get("account").having(200);
        JsonObject factors = client.get("account/factors").having(200).json();
        assertThat(factors.get("appSince").getAsString()).startsWith("20");
        assertThat(factors.get("recoveryCodesLeft").getAsInt()).isEqualTo(CODES);
        assertThat(Secured.actions(product, ada.accountId()))
                .containsExactly(
                        "account.create",
                        "session.open",
                        "secret.use",
                        "secret.use",
                        "factor.totp.enable",
                        "recovery.renew",
                        "secret.use",
                        "session.open");
        client.awaitMail(ada.email(), "authenticator app is asked for from now on");
    }

    @Test
    void codeIsAcceptedOnceAlsoWhenItComesTwentyTimesAtOnce() throws Exception {
        Secured ada = Secured.byApp(product);
        ada.finish(ada.begin(), "code", ada.app().code(0)).having(201);
        ada.finish(ada.begin(), "code", ada.app().code(0)).having(401);
        ada.finish(ada.begin(), "code", ada.app().code(-1)).having(401);
        List<String> waiting = Stream.generate(ada::begin).limit(AT_ONCE).toList();
        String code = ada.app().code(1);

        List<Answer> answers = Together.all(AT_ONCE, number -> () -> ada.finish(waiting.get(number), "code", code));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().map(Answer::status)).containsOnly(201, 401, 429);
    }

    @Test
    void ofAHundredGuessesAtOnceNotOneMoreThanAllowedIsLookedAt() throws Exception {
        Secured ada = Secured.byApp(product);
        String waiting = ada.begin();

        List<Answer> answers = Together.all(
                GUESSES, number -> () -> ada.finish(waiting, "code", ada.app().wrong(number)));

        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(GUESSES_MAX);
        assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(GUESSES - GUESSES_MAX);
        ada.finish(waiting, "code", ada.app().code(0)).having(429);
    }

    @Test
    void whoHasFoundOutThePasswordCannotKeepItsPersonOut() {
        Secured ada = Secured.byApp(product);
        Answer opened = ada.finish(ada.begin(), "code", ada.app().code(0)).having(201);
        String waiting = ada.begin();
        for (int guess = 0; guess <= GUESSES_MAX; guess++) {
            ada.finish(waiting, "code", ada.app().wrong(guess));
        }

        ada.finish(waiting, "code", ada.app().code(1)).having(429);
        JsonObject known = Client.object("signIn", waiting, "code", ada.app().code(1), "device", opened.text("device"));
        new Client(product).post(SECOND_FACTOR, known).having(201);
    }

    @Test
    void signInThatWaitsIsGoodOnceAndForMinutes() throws SQLException {
        Secured ada = Secured.byApp(product);
        String used = ada.begin();
        ada.finish(used, "code", ada.app().code(0)).having(201);

        Answer again = ada.finish(used, "code", ada.app().code(1)).having(401);
        String late = ada.begin();
        product.database()
                .change("update frontless.pending_sign_in set expires_at = expires_at - interval '5 minutes'"
                        + " where account_id = '" + ada.accountId() + "'");
        Answer overdue = ada.finish(late, "code", ada.app().code(1)).having(401);
        Answer foreign = ada.finish(
                        ada.accountId() + "~" + "x".repeat(43),
                        "code",
                        ada.app().code(1))
                .having(401);
        Answer never = ada.finish(UUID.randomUUID() + "~" + "x".repeat(43), "code", "123456")
                .having(401);
        Answer nonsense = ada.finish("nonsense", "code", "123456").having(401);

        assertThat(List.of(again, overdue, foreign, never, nonsense))
                .allSatisfy(answer -> assertThat(answer.text("detail")).contains("waits no more"));
    }

    @Test
    void recoveryCodeStandsInForALostFactorOnceAndItsPersonIsTold() throws Exception {
        Secured ada = Secured.byApp(product);
        List<String> codes = ada.recoveryCodes();
        assertThat(new HashSet<>(codes)).hasSize(CODES);
        assertThat(codes).allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
        List<String> waiting = Stream.generate(ada::begin).limit(AT_ONCE).toList();
        String typed = codes.get(3).toLowerCase(Locale.ROOT).replace("-", " ");

        List<Answer> answers =
                Together.all(AT_ONCE, number -> () -> ada.finish(waiting.get(number), "recoveryCode", typed));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        ada.client().awaitMail(ada.email(), "one of your recovery codes, of which 9 are left");
        assertThat(Secured.actions(product, ada.accountId())).contains("recovery.use");
        assertThat(product.database()
                        .texts("select encode(code_hash, 'hex') from frontless.recovery_code where account_id = '"
                                + ada.accountId() + "'"))
                .hasSize(CODES)
                .noneMatch(hash -> hash.contains(codes.get(0).toLowerCase(Locale.ROOT)));
    }

    @Test
    void newRecoveryCodesPutTheOldOnesOutOfUse() {
        Secured ada = Secured.byApp(product);

        List<String> next = Secured.codes(
                ada.client().post("account/factors/recovery-codes", "{}").having(201));

        assertThat(next).hasSize(CODES).doesNotContainAnyElementsOf(ada.recoveryCodes());
        ada.finish(ada.begin(), "recoveryCode", ada.recoveryCodes().get(0)).having(401);
        ada.finish(ada.begin(), "recoveryCode", next.get(0)).having(201);
    }

    @Test
    void changesWantARecentProofOfWhoItIs() throws SQLException {
        Secured ada = Secured.byApp(product);
        Client client = ada.client();
        Secured.forgetProofs(product, ada.accountId());

        for (Answer refused : List.of(
                client.delete("account/factors/app"),
                client.post("account/factors/app", "{}"),
                client.post("account/factors/recovery-codes", "{}"),
                client.post("account/factors/passkeys/request", "{}"),
                client.delete("account/factors/passkeys/" + UUID.randomUUID()))) {
            refused.having(403);
            assertThat(refused.list("errors").get(0).get("field").getAsString()).isEqualTo("confirmation");
        }
        confirm(client, "password", "not this one at all").having(403);
        confirm(client, "recoveryCode", ada.recoveryCodes().get(0)).having(403);
        client.delete("account/factors/app").having(403);
        confirm(client, "code", ada.app().code(0)).having(204);
        client.delete("account/factors/app").having(204);
        Secured.forgetProofs(product, ada.accountId());
        confirm(client, "password", Client.PASSWORD).having(204);
        client.post("account/factors/app", "{}").having(201);
    }

    @Test
    void setUpAndRemovalEndOtherSessionsAndAreToldByMail() throws SQLException {
        String email = "person-" + UUID.randomUUID() + "@works.example";
        Client here = Secured.member(product, email);
        Client there = new Client(product);
        there.signIn(email).having(201);

        Secured ada = Secured.byApp(product, here, email);
        there.get("account").having(401);
        Client other = ada.signIn(0);
        here.delete("account/factors/app").having(204);

        other.get("account").having(401);
        here.awaitMail(email, "not asked for any more");
        new Client(product).signIn(email).having(201);
        assertThat(here.get("account/factors").json().get("recoveryCodesLeft").getAsInt())
                .isZero();
        assertThat(product.database()
                        .texts("select secret_id::text from frontless.secret where workspace_id = '" + ada.accountId()
                                + "'"))
                .as("secrets that are kept of it")
                .isEmpty();
    }

    @Test
    void secretWaitsForItsFirstCodeAndNotForLong() throws SQLException {
        Client client = Client.signedIn(product);
        String accountId = client.get("account").text("accountId");
        Answer begun = client.post("account/factors/app", "{}").having(201);
        JsonObject wrong = Client.object("secretId", begun.text("secretId"), "code", "000000x");

        client.post("account/factors/app/confirmation", wrong).having(400);
        assertThat(client.get("account/factors").json().get("appSince").isJsonNull())
                .isTrue();
        product.database()
                .change("update frontless.totp set made_at = made_at - interval '1 hour' where account_id = '"
                        + accountId + "'");
        client.post("account/factors/app/confirmation", wrong).having(404);
        Client stranger = Client.signedIn(product);
        stranger.post("account/factors/app/confirmation", wrong).having(404);
    }

    @Test
    void forgottenPasswordDoesNotTakeTheFactorAway() {
        Secured ada = Secured.byApp(product);
        Client client = new Client(product);
        client.post("password-resets", Client.object("email", ada.email())).having(202);
        String token = client.mailedToken(ada.email(), "reset");

        client.post(
                        "password-resets/confirmation",
                        Client.object("token", token, "password", "a quite different sentence"))
                .having(204);

        Answer first =
                client.post("sessions", Client.object("email", ada.email(), "password", "a quite different sentence"));
        first.having(202);
        ada.finish(first.text("signIn"), "code", ada.app().code(0)).having(201);
    }

    @Test
    void workspaceThatRequiresASecondFactorLetsInOnlyWhoHasShownOne() {
        String email = "person-" + UUID.randomUUID() + "@works.example";
        Client client = Secured.member(product, email);
        String workspace = client.found("Strict");
        client.run(workspace, "create a table Item with code");
        String plan = "{\"operations\": [{\"op\": \"policy.set\", \"params\": {\"requireSecondFactor\": true}}]}";
        client.execute(
                        workspace,
                        client.post(workspace + "/plans", plan).having(201).json())
                .having(200);

        Answer refused = client.get(workspace + "/entities").having(403);
        assertThat(refused.list("errors").get(0).get("field").getAsString()).isEqualTo("secondFactor");
        client.post(workspace + "/turns", Client.object("text", "show all items"))
                .having(403);
        HttpResponse<String> page = client.page("conversation?w=" + workspace.replace("workspaces/", ""));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).contains("/security?then=%2Fconversation");
        client.get("account/factors").having(200);
        assertThat(Client.signedIn(product).get(workspace + "/entities").status())
                .isEqualTo(404);

        Secured secured = Secured.byApp(product, client, email);
        client.get(workspace + "/entities").having(200);
        secured.signIn(0).get(workspace + "/entities").having(200);
        client.delete("account/factors/app").having(204);
        client.get(workspace + "/entities").having(403);
    }

    private static Answer confirm(Client client, String name, String value) {
        return client.post("account/factors/confirmation", Client.object(name, value));
    }
}
