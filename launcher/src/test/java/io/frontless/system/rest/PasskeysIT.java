package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Passkeys: what signs in, and everything that almost would. */
@SystemTest
class PasskeysIT {
    private static final int AT_ONCE = 20;
    private static final String REQUEST = "account/factors/passkeys/request";

    private final RunningProduct product;
    private final String origin;

    PasskeysIT(RunningProduct product) {
        this.product = product;
        this.origin = "https://localhost:" + product.port();
    }

    /** Somebody with a passkey. */
    private record Holder(Client client, String email, SoftPasskey passkey, String passkeyId) {}

    @Test
    void passkeySignsInWithoutAddressAndPassword() throws SQLException {
        Holder ada = holder();

        Answer opened = signIn(ada.passkey()).having(201);

        Client client = new Client(product).withToken(opened.text("token"));
        assertThat(client.get("account").having(200).text("email")).isEqualTo(ada.email());
        String accountId = client.get("account").text("accountId");
        assertThat(Secured.actions(product, accountId))
                .containsExactly("account.create", "session.open", "passkey.add", "recovery.renew", "session.open");
        assertThat(product.database()
                        .texts("select after ->> 'state' from frontless.event where action = 'passkey.add'"
                                + " and workspace_id = '" + accountId + "'"))
                .containsExactly("IN_USE");
        client.awaitMail(ada.email(), "was added, with which you can sign in");
    }

    @Test
    void passwordWantsThePasskeyAsSecondFactor() {
        Holder ada = holder();
        Client client = new Client(product);
        String waiting = client.signIn(ada.email()).having(202).text("signIn");
        JsonObject options = client.post("sessions/second-factor/request", Client.object("signIn", waiting))
                .having(200)
                .json()
                .getAsJsonObject("publicKey");

        assertThat(options.getAsJsonArray("allowCredentials")).hasSize(1);
        JsonObject stranger = new SoftPasskey(origin).get(options);
        client.post("sessions/second-factor", Secured.withPasskey("signIn", waiting, stranger))
                .having(401);
        JsonObject late = ada.passkey().get(options);
        client.post("sessions/second-factor", Secured.withPasskey("signIn", waiting, late))
                .having(401);
        JsonObject again = client.post("sessions/second-factor/request", Client.object("signIn", waiting))
                .json()
                .getAsJsonObject("publicKey");
        client.post(
                        "sessions/second-factor",
                        Secured.withPasskey("signIn", waiting, ada.passkey().get(again)))
                .having(201);
    }

    @Test
    void answerOpensOneSessionAlsoWhenItComesTwentyTimesAtOnce() throws Exception {
        Holder ada = holder();
        Answer begun = begin();
        JsonObject body = Secured.withPasskey(
                "ceremony", begun.text("ceremony"), ada.passkey().get(options(begun)));

        List<Answer> answers =
                Together.all(AT_ONCE, number -> () -> new Client(product).post("sessions/passkey", body));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(AT_ONCE - 1);
    }

    @Test
    void everythingThatAlmostIsTheRightAnswerIsRefusedInTheSameWords() throws SQLException {
        Holder ada = holder();
        Holder eve = holder();
        signIn(ada.passkey()).having(201);

        assertRefused(signIn(new SoftPasskey("https://evil.example").as(handle(ada))));
        assertRefused(signIn(ada.passkey().at("https://evil.example")));
        assertRefused(signIn(ada.passkey().at("https://localhost")));
        assertRefused(signIn(ada.passkey().at(origin).verifying(false)));
        assertRefused(signIn(ada.passkey().verifying(true).as(handle(eve))));
        assertRefused(signIn(ada.passkey().as("AAAA")));
        assertRefused(signIn(ada.passkey().as(handle(ada)).counting(0)));
        Answer others = begin();
        Answer own = begin();
        assertRefused(new Client(product)
                .post(
                        "sessions/passkey",
                        Secured.withPasskey(
                                "ceremony",
                                own.text("ceremony"),
                                ada.passkey().counting(50).get(options(others)))));
        Answer late = begin();
        product.database().change("update frontless.challenge set expires_at = expires_at - interval '5 minutes'");
        assertRefused(new Client(product)
                .post(
                        "sessions/passkey",
                        Secured.withPasskey(
                                "ceremony", late.text("ceremony"), ada.passkey().get(options(late)))));
        JsonObject creation =
                ada.client().post(REQUEST, "{}").having(200).json().getAsJsonObject("publicKey");
        creation.addProperty("rpId", "localhost");
        assertRefused(new Client(product)
                .post(
                        "sessions/passkey",
                        Secured.withPasskey("ceremony", "any", ada.passkey().get(creation))));

        signIn(ada.passkey()).having(201);
    }

    @Test
    void nonsenseIsRefusedAsOrdinaryWrongAnswers() {
        Answer begun = begin();
        JsonObject good = new SoftPasskey(origin).as("AAAAAAAAAAAAAAAAAAAAAA").get(options(begun));
        for (String part : List.of("clientDataJSON", "authenticatorData", "signature", "userHandle")) {
            for (String nonsense : List.of("", "!", "AAAA", "_".repeat(5_000), "e30")) {
                JsonObject bad = good.deepCopy();
                bad.getAsJsonObject("response").addProperty(part, nonsense);
                assertRefused(new Client(product)
                        .post("sessions/passkey", Secured.withPasskey("ceremony", begun.text("ceremony"), bad)));
            }
        }
        assertRefused(
                new Client(product).post("sessions/passkey", Secured.withPasskey("ceremony", "x", new JsonObject())));
        Client ada = Client.signedIn(product);
        JsonObject made = new JsonObject();
        made.add("response", new JsonObject());
        ada.post("account/factors/passkeys", Secured.withPasskey("label", "Key", made))
                .having(400);
    }

    @Test
    void passkeyIsRenamedAndRemovedAndThenOpensNothing() throws SQLException {
        Holder ada = holder();
        String path = "account/factors/passkeys/" + ada.passkeyId();
        new Client(product).delete(path).having(401);
        Client.signedIn(product).delete(path).having(404);

        ada.client()
                .patch(path, Client.object("label", "Blue key").toString(), Map.of())
                .having(204);
        ada.client()
                .patch(path, Client.object("label", "Two\nlines").toString(), Map.of())
                .having(400);
        assertThat(ada.client()
                        .get("account/factors")
                        .list("passkeys")
                        .get(0)
                        .get("label")
                        .getAsString())
                .isEqualTo("Blue key");
        ada.client().delete(path).having(204);

        assertRefused(signIn(ada.passkey()));
        new Client(product).signIn(ada.email()).having(201);
        ada.client().awaitMail(ada.email(), "One of your passkeys was removed");
        assertThat(Secured.actions(product, ada.client().get("account").text("accountId")))
                .contains("passkey.rename", "passkey.remove");
    }

    @Test
    void newPasskeyMustBeMadeForThisSessionByAnAuthenticatorThatVerifies() {
        Client ada = Client.signedIn(product);
        Client eve = Client.signedIn(product);

        add(ada, creation(ada), new SoftPasskey(origin).verifying(false)).having(400);
        add(ada, creation(ada), new SoftPasskey("https://evil.example")).having(400);
        add(ada, creation(eve), new SoftPasskey(origin)).having(400);
        JsonObject once = creation(ada);
        SoftPasskey passkey = new SoftPasskey(origin);
        add(ada, once, passkey).having(201);
        add(ada, once, new SoftPasskey(origin)).having(400);
        add(eve, creation(eve), passkey).having(409);
    }

    @Test
    void passkeyIsAsGoodAsThePasswordBeforeChanges() throws SQLException {
        Holder ada = holder();
        String accountId = ada.client().get("account").text("accountId");
        Secured.forgetProofs(product, accountId);
        ada.client().post(REQUEST, "{}").having(403);

        JsonObject options = ada.client()
                .post("account/factors/confirmation/request", "{}")
                .having(200)
                .json()
                .getAsJsonObject("publicKey");
        JsonObject proof = new JsonObject();
        proof.add("passkey", ada.passkey().get(options));
        ada.client().post("account/factors/confirmation", proof).having(204);

        ada.client().post("account/factors/confirmation", proof).having(403);
        ada.client().post(REQUEST, "{}").having(200);
    }

    private Holder holder() {
        String email = "person-" + UUID.randomUUID() + "@works.example";
        Client client = Secured.member(product, email);
        SoftPasskey passkey = new SoftPasskey(origin);
        add(client, creation(client), passkey).having(201);
        String id = client.get("account/factors")
                .list("passkeys")
                .get(0)
                .get("passkeyId")
                .getAsString();
        return new Holder(client, email, passkey, id);
    }

    private static JsonObject creation(Client client) {
        return client.post(REQUEST, "{}").having(200).json().getAsJsonObject("publicKey");
    }

    private static Answer add(Client client, JsonObject options, SoftPasskey passkey) {
        return client.post(
                "account/factors/passkeys", Secured.withPasskey("label", "Soft key", passkey.create(options)));
    }

    private Answer begin() {
        return new Client(product).post("sessions/passkey/request", "{}").having(200);
    }

    private static JsonObject options(Answer begun) {
        return begun.json().getAsJsonObject("publicKey");
    }

    private Answer signIn(SoftPasskey passkey) {
        Answer begun = begin();
        return new Client(product)
                .post(
                        "sessions/passkey",
                        Secured.withPasskey("ceremony", begun.text("ceremony"), passkey.get(options(begun))));
    }

    private String handle(Holder holder) {
        return creation(holder.client()).getAsJsonObject("user").get("id").getAsString();
    }

    private static void assertRefused(Answer answer) {
        answer.having(401);
        assertThat(answer.text("detail")).contains("this passkey does not sign in here");
    }
}
