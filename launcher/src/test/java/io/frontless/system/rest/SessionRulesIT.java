package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When sessions end, which requests do not count as their person's, and what cannot be smuggled in while signing up. */
@SystemTest
class SessionRulesIT {
    private static final int EXCHANGES_MAX = 60;
    private static final int EXCHANGES = 80;
    private static final int REPEATS_MAX = 5;

    private final RunningProduct product;

    SessionRulesIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void sessionEndsWhenItWasUnusedForADay() throws SQLException {
        Client client = Client.signedIn(product);
        String accountId = client.get("account").having(200).text("accountId");

        age(accountId, "used_at", "23 hours 58 minutes");
        client.get("account").having(200);
        age(accountId, "used_at", "24 hours 1 minute");
        client.get("account").having(401);

        client.get("account").having(401);
    }

    @Test
    void sessionEndsAfterAWeekHoweverMuchItIsUsed() throws SQLException {
        Client client = Client.signedIn(product);
        String accountId = client.get("account").having(200).text("accountId");

        age(accountId, "expires_at", "6 days 23 hours 58 minutes");
        client.get("account").having(200);
        age(accountId, "expires_at", "3 minutes");

        client.get("account").having(401);
    }

    @Test
    void workspaceThatAsksForAShorterIdleTimeHasSessionsHeldToIt() throws SQLException {
        Client client = Client.signedIn(product);
        String accountId = client.get("account").having(200).text("accountId");
        String workspace = client.found("Hasty");
        String plan = "{\"operations\": [{\"op\": \"policy.set\","
                + " \"params\": {\"requireSecondFactor\": false, \"sessionIdleHours\": 2}}]}";
        client.execute(
                        workspace,
                        client.post(workspace + "/plans", plan).having(201).json())
                .having(200);
        client.get(workspace + "/entities").having(200);

        age(accountId, "used_at", "1 hour 58 minutes");
        client.get("account").having(200);
        age(accountId, "used_at", "2 hours 1 minute");

        client.get("account").having(401);
        client.get(workspace + "/entities").having(401);
    }

    @Test
    void signingInEndsTheSessionThatTheRequestCameWith() throws SQLException {
        String email = "person-" + UUID.randomUUID() + "@works.example";
        Client client = Secured.member(product, email);
        String accountId = client.get("account").text("accountId");
        String former =
                client.page("account").request().headers().firstValue("Cookie").orElseThrow();

        client.signIn(email).having(201);

        assertThat(client.get("account").having(200).text("email")).isEqualTo(email);
        new Client(product)
                .withToken(former.replace("__Host-frontless=", ""))
                .get("account")
                .having(401);
        assertThat(product.database()
                        .texts("select end_reason from frontless.session where account_id = '" + accountId
                                + "' and ended_at is not null"))
                .containsExactly("REPLACED");
    }

    @Test
    void changeThatAnotherSiteMakesABrowserSendIsRefused() {
        Client client = Client.signedIn(product);
        String cookie =
                client.page("account").request().headers().firstValue("Cookie").orElseThrow();
        String own = product.baseUrl().toString().replaceAll("/$", "");
        String path = "api/v1/account";
        String body = Client.object("name", "Eve").toString();

        for (String origin :
                List.of("https://evil.example", "null", own + ".evil.example", own.replace("https", "http"))) {
            HttpResponse<String> forged = client.exchange(
                    "PATCH", path, BodyPublishers.ofString(body), Map.of("Cookie", cookie, "Origin", origin));
            assertThat(forged.statusCode()).as(origin).isEqualTo(403);
        }
        HttpResponse<String> silent =
                client.exchange("PATCH", path, BodyPublishers.ofString(body), Map.of("Cookie", cookie));
        assertThat(silent.statusCode()).as("no origin").isEqualTo(403);
        assertThat(client.get("account").text("name")).isEqualTo("Ada Test");
        HttpResponse<String> ours =
                client.exchange("PATCH", path, BodyPublishers.ofString(body), Map.of("Cookie", cookie, "Origin", own));
        assertThat(ours.statusCode()).isEqualTo(204);
    }

    @Test
    void formThatAnotherSiteSendsChangesNothing() {
        Client client = Client.signedIn(product);
        String cookie =
                client.page("account").request().headers().firstValue("Cookie").orElseThrow();

        HttpResponse<String> forged = client.exchange(
                "POST",
                "account",
                BodyPublishers.ofString("rename=rename&do=rename&name=Eve&jakarta.faces.ViewState=1%3A1"),
                Map.of(
                        "Cookie",
                        cookie,
                        "Origin",
                        "https://evil.example",
                        "Content-Type",
                        "application/x-www-form-urlencoded"));

        assertThat(forged.statusCode()).isLessThan(500);
        assertThat(client.get("account").text("name")).isEqualTo("Ada Test");
    }

    @Test
    void nameWithALineBreakAddsNoHeaderToAMail() {
        Client client = new Client(product);
        String email = "person-" + UUID.randomUUID() + "@works.example";
        for (String name : List.of(
                "Ada\r\nBcc: eve@evil.example",
                "Ada\nBcc: eve@evil.example",
                "Ada\rX",
                "Ada\u2028Bcc: eve",
                "Ada\u0000")) {
            JsonObject body = Client.object("email", email, "name", name, "password", Client.PASSWORD);
            Answer answer = client.post("registrations", body);
            if (answer.status() == 202) {
                assertThat(client.awaitMail(email, "/confirm?token=").split("\r?\n\r?\n", 2)[0])
                        .doesNotContain("eve");
            } else {
                answer.having(400);
            }
        }
        JsonObject address =
                Client.object("email", email + "\r\nBcc: eve@evil.example", "name", "Ada", "password", Client.PASSWORD);
        client.post("registrations", address).having(400);
        Client ada = Client.signedIn(product);
        ada.patch(
                        "account",
                        Client.object("name", "Ada\r\nBcc: eve@evil.example").toString(),
                        Map.of())
                .having(400);
    }

    @Test
    void exchangesOfOneKeyAreCountedAlsoWhenTheyComeAtOnce() throws Exception {
        String form = "grant_type=client_credentials&client_id=" + UUID.randomUUID() + "&client_secret=flk_nothing";

        List<Answer> answers = Together.all(
                EXCHANGES,
                number -> () -> new Client(product)
                        .post("tokens", form, Map.of("Content-Type", "application/x-www-form-urlencoded")));

        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(EXCHANGES_MAX);
        assertThat(answers.stream().filter(answer -> answer.status() == 429))
                .hasSize(EXCHANGES - EXCHANGES_MAX)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isPresent());
    }

    @Test
    void invitationIsMailedAgainAFewTimesAndNoMore() {
        Client owner = Client.signedIn(product);
        String workspace = owner.found("Pester");
        String invite = "{\"operations\": [{\"op\": \"member.invite\", \"params\": {\"email\": \"guest-"
                + UUID.randomUUID() + "@works.example\", \"role\": \"VIEWER\"}}]}";
        owner.execute(
                        workspace,
                        owner.post(workspace + "/plans", invite).having(201).json())
                .having(200);
        for (int mail = 1; mail < REPEATS_MAX; mail++) {
            revokeAndOpenAgain(owner, workspace).having(200);
        }

        revoke(owner, workspace);
        owner.post(workspace + "/undo", "{}").having(413);
    }

    private static Answer revokeAndOpenAgain(Client owner, String workspace) {
        revoke(owner, workspace);
        return owner.execute(
                workspace, owner.post(workspace + "/undo", "{}").having(201).json());
    }

    private static void revoke(Client owner, String workspace) {
        String id = owner.get(workspace + "/invitations")
                .having(200)
                .list("invitations")
                .get(0)
                .get("invitation")
                .getAsString();
        String plan =
                "{\"operations\": [{\"op\": \"invitation.revoke\", \"params\": {\"invitation\": \"" + id + "\"}}]}";
        owner.execute(
                        workspace,
                        owner.post(workspace + "/plans", plan).having(201).json())
                .having(200);
    }

    private void age(String accountId, String column, String by) throws SQLException {
        product.database()
                .change("update frontless.session set " + column + " = " + column + " - interval '" + by
                        + "' where account_id = '" + accountId + "'");
    }
}
