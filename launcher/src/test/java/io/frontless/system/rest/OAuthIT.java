package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.Deadline;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import io.frontless.system.Workplace;
import io.frontless.system.keycloak.KeycloakExtension;
import io.frontless.system.keycloak.RunningKeycloak;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connections to another service, which is a real Keycloak whose refresh tokens are good once. */
@SystemTest
@ExtendWith(KeycloakExtension.class)
class OAuthIT {
    private static final Duration REVOKED_MAX = Duration.ofSeconds(20);

    private final RunningProduct product;
    private final Service service;
    private final Company company;
    private String grace = "";

    OAuthIT(RunningProduct product, RunningKeycloak keycloak) {
        this.product = product;
        service = Service.of(product, keycloak, 0);
        company = service.company();
    }

    @BeforeEach
    void personAtTheService() {
        grace = service.person("grace");
    }

    @Test
    void connectionIsMadeUsedRenewedAndEnded() throws SQLException {
        String connection = service.connect(service.declare(), 1, "grace");
        JsonObject connected = service.connection(connection);
        assertThat(connected.get("authorized").getAsBoolean()).isTrue();
        assertThat(connected.get("level").getAsInt()).isEqualTo(1);
        check(connection).having(200);
        assertThat(service.seen("REFRESH_TOKEN")).isZero();

        expire();
        check(connection).having(200);
        check(connection).having(200);
        assertThat(service.seen("REFRESH_TOKEN")).isEqualTo(1);
        expire();
        check(connection).having(200);
        assertThat(service.seen("REFRESH_TOKEN"))
                .as("by the token that came with the first renewal")
                .isEqualTo(2);

        company.run("connection.disconnect", Client.object("connection", connection));
        assertThat(service.list()).isEmpty();
        check(connection).having(404);
        Deadline.awaitTrue("the tokens are given back", REVOKED_MAX, () -> !isSignedInAtTheService());
        Deadline.awaitTrue("and forgotten", REVOKED_MAX, () -> grants().isEmpty());
    }

    @Test
    void eventsTellWhereTokensAreAndNeverWhatTheyAre() {
        String connection = service.connect(service.declare(), 1, "grace");
        check(connection).having(200);

        Answer answer =
                company.owner.get(company.workspace + "/events?limit=50").having(200);
        JsonObject event = answer.list("events").stream()
                .filter(one -> one.get("action").getAsString().equals("connection.connect"))
                .findFirst()
                .orElseThrow();
        JsonObject after = event.getAsJsonObject("after");
        assertThat(after.keySet()).containsExactlyInAnyOrder("key", "label", "provider", "level", "grant");
        assertThat(event.getAsJsonObject("actor").get("kind").getAsString()).isEqualTo("PERSON");
        assertThat(answer.list("events"))
                .extracting(one -> one.get("action").getAsString())
                .contains("secret.use");
        assertThat(answer.body())
                .doesNotContain("eyJ")
                .doesNotContain(Company.SECRET)
                .doesNotContain("code_verifier");
    }

    /** Keycloak's access tokens begin with the first of these, its refresh tokens with the second; nothing of ours does. */
    @Test
    void tokensAreInTheClearInNoFileAndNotKeptInMemory() throws SQLException, IOException, InterruptedException {
        String connection = service.connect(service.declare(), 1, "grace");
        expire();
        check(connection).having(200);
        product.database().change("checkpoint");
        Path dumps = Workplace.create("tokens");
        Path dump = HeapDump.ofLiving(product, dumps);

        Scan tokens = new Scan(Stream.of("eyJhbGciOiJSUzI1NiIs", "eyJhbGciOiJIUzUxMiIs")
                .flatMap(beginning -> Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)
                        .map(beginning::getBytes))
                .toList());

        assertThat(tokens.in(product.data())).isEmpty();
        assertThat(tokens.in(dumps)).isEmpty();
        Files.delete(dump);
    }

    @Test
    void connectingIsTakenBackByDisconnecting() {
        service.connect(service.declare(), 1, "grace");
        JsonObject undo = company.owner
                .post(company.workspace + "/undo", "{}")
                .having(201)
                .json();

        company.owner.execute(company.workspace, undo).having(200);

        assertThat(service.list()).isEmpty();
        Deadline.awaitTrue("the tokens are given back", REVOKED_MAX, () -> !isSignedInAtTheService());
    }

    @Test
    void answerIsTakenOnceInTheSessionThatBegan() {
        String provider = service.declare();
        Client again = new Client(product);
        again.signIn(company.address("owner")).having(201);

        URI answer = service.agree(service.begin(provider, 1), "grace");
        assertThat(service.back(again, answer))
                .as("in another session of the same person")
                .contains("problem=NOT_THIS_SESSION");
        assertThat(service.back(company.owner, answer))
                .as("its state is used up")
                .contains("problem=NOT_THIS_SESSION");
        URI forged = changed(service.agree(service.begin(provider, 1), "grace"), "state=[^&]+", "state=forged");
        assertThat(service.back(company.owner, forged)).contains("problem=NOT_THIS_SESSION");
        URI good = service.agree(service.begin(provider, 1), "grace");
        assertThat(service.back(company.owner, good)).doesNotContain("problem");
        assertThat(service.back(company.owner, good)).as("played again").contains("problem=NOT_THIS_SESSION");
        assertThat(service.list()).hasSize(1);
    }

    @Test
    void answerMustNameItsIssuer() {
        String provider = service.declare();

        URI foreign = changed(
                service.agree(service.begin(provider, 1), "grace"), "iss=[^&]+", "iss=https%3A%2F%2Fevil.example");
        assertThat(service.back(company.owner, foreign)).contains("problem=UNTRUSTED");
        URI without = changed(service.agree(service.begin(provider, 1), "grace"), "&?iss=[^&]+", "");
        assertThat(service.back(company.owner, without)).contains("problem=UNTRUSTED");
        assertThat(service.list()).isEmpty();
    }

    @Test
    void lessThanTheLevelNeedsIsNotTaken() {
        String provider = service.declare("frontless", List.of("mail.read", "mail.hidden"), List.of());

        String page = service.back(company.owner, service.agree(service.begin(provider, 1), "grace"));

        assertThat(page).contains("problem=TOO_LITTLE").contains("missing=mail.hidden");
        assertThat(service.list()).isEmpty();
        Deadline.awaitTrue("what was granted is given back", REVOKED_MAX, () -> !isSignedInAtTheService());
    }

    @Test
    void moreThanTheLevelAllowsIsNotTaken() {
        String provider = service.declare("generous", List.of("mail.read"), List.of());

        String page = service.back(company.owner, service.agree(service.begin(provider, 1), "grace"));

        assertThat(page).contains("problem=TOO_MUCH");
        assertThat(service.list()).isEmpty();
        Deadline.awaitTrue("what was granted is given back", REVOKED_MAX, () -> !isSignedInAtTheService());
        Deadline.awaitTrue("and forgotten", REVOKED_MAX, () -> grants().isEmpty());
    }

    @Test
    void levelThatIsNotOfferedIsRefused() {
        JsonObject wish = Client.object("provider", service.declare(), "label", "Sender");
        wish.addProperty("level", 3);

        company.owner.post(service.path() + "/authorizations", wish).having(400);
    }

    @Test
    void eachLevelHasAGrantOfItsOwn() throws SQLException {
        service.person("linus");
        String provider = service.declare();
        String first = service.connect(provider, 1, "grace");
        String second = service.connect(provider, 2, "linus");

        assertThat(grants()).hasSize(2);
        company.run("connection.disconnect", Client.object("connection", second));

        Deadline.awaitTrue("the second level's is given back", REVOKED_MAX, () -> grants().size() == 1);
        expire();
        check(first).having(200);
    }

    @Test
    void grantThatTheProviderTakesNoMoreIsNotTriedAgain() throws SQLException {
        String connection = service.connect(service.declare(), 1, "grace");
        service.realm().post("users/" + grace + "/logout", new JsonObject());
        expire();

        check(connection).having(409);

        assertThat(service.connection(connection).get("authorized").getAsBoolean())
                .isFalse();
        check(connection).having(409);
        check(connection).having(409);
        assertThat(service.seen("REFRESH_TOKEN_ERROR")).isEqualTo(1);
        // By its action, since the grant may have been given back meanwhile, for which its secret was used.
        JsonObject event = company.owner
                .get(company.workspace + "/events?limit=1&action=connection.lapse")
                .list("events")
                .get(0);
        assertThat(event.getAsJsonObject("actor").get("kind").getAsString()).isEqualTo("CONNECTION");

        String page = service.back(company.owner, service.agree(service.beginAgain(connection), "grace"));

        assertThat(page).doesNotContain("problem");
        assertThat(service.connection(connection).get("authorized").getAsBoolean())
                .isTrue();
        check(connection).having(200);
    }

    @Test
    void grantThatShrinksIsUsedNoMore() throws SQLException {
        String connection = service.connect(service.declare(), 1, "grace");
        service.withdraw("mail.read");
        expire();

        check(connection).having(409);

        assertThat(service.connection(connection).get("authorized").getAsBoolean())
                .isFalse();
        check(connection).having(409);
        assertThat(service.seen("REFRESH_TOKEN")).isEqualTo(1);
    }

    @Test
    void providerThatFailsIsLeftAloneForAWhile() throws SQLException {
        String connection = service.connect(service.declare(), 1, "grace");
        JsonObject client = service.client();
        client.addProperty("secret", "another one");
        service.realm().put("clients/" + client.get("id").getAsString(), client);

        change("renew_at = clock_timestamp()");
        check(connection).having(200);
        expire();
        check(connection).having(503);
        check(connection).having(503);
        assertThat(service.seen("REFRESH_TOKEN_ERROR")).isEqualTo(1);

        client.addProperty("secret", Company.SECRET);
        service.realm().put("clients/" + client.get("id").getAsString(), client);
        change("retry_at = clock_timestamp()");
        check(connection).having(200);
    }

    @Test
    void providerIsRemovedOnlyWhenNothingIsConnected() {
        String provider = service.declare();
        String connection = service.connect(provider, 1, "grace");
        JsonObject named = Client.object("provider", provider);

        company.owner
                .post(company.workspace + "/plans", Client.plan("connection-provider.remove", named))
                .having(409);
        company.run("connection.disconnect", Client.object("connection", connection));
        company.run("connection-provider.remove", named);

        assertThat(company.owner.get(service.path() + "/providers").list("providers"))
                .isEmpty();
    }

    private Answer check(String connection) {
        return company.owner.post(service.path() + "/" + connection + "/check", "{}");
    }

    private boolean isSignedInAtTheService() {
        return !service.realm()
                .get("users/" + grace + "/sessions")
                .getAsJsonArray()
                .isEmpty();
    }

    private List<String> grants() throws SQLException {
        return product.database()
                .texts("select secret_id from frontless.connection_grant where workspace_id = '" + company.id() + "'");
    }

    private void expire() throws SQLException {
        change("renew_at = clock_timestamp(), expires_at = clock_timestamp()");
    }

    private void change(String what) throws SQLException {
        product.database()
                .change("update frontless.connection_grant set " + what + " where workspace_id = '" + company.id()
                        + "'");
    }

    private static URI changed(URI address, String part, String other) {
        return URI.create(address.toString().replaceAll(part, other));
    }
}
