package io.frontless.system.rest;

import com.google.gson.JsonObject;
import io.frontless.system.OneTimeCodes;
import io.frontless.system.RunningProduct;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A person with an account that asks for more than a password, and their session. */
record Secured(RunningProduct product, Client client, String email, OneTimeCodes app, List<String> recoveryCodes) {

    /** Somebody new who has set up an authenticator app; the code of the step before is used up. */
    static Secured byApp(RunningProduct product) {
        String email = "person-" + UUID.randomUUID() + "@works.example";
        return byApp(product, member(product, email), email);
    }

    /** The same for somebody who is signed in. */
    static Secured byApp(RunningProduct product, Client client, String email) {
        Answer begun = client.post("account/factors/app", "{}").having(201);
        OneTimeCodes app = new OneTimeCodes(begun.text("key"));
        Answer enabled = client.post(
                        "account/factors/app/confirmation",
                        Client.object("secretId", begun.text("secretId"), "code", app.code(-1)))
                .having(201);
        return new Secured(product, client, email, app, codes(enabled));
    }

    /** Somebody new who is signed in by a password. */
    static Client member(RunningProduct product, String email) {
        Client client = new Client(product);
        client.register(email).having(202);
        client.confirm(email).having(204);
        client.signIn(email).having(201);
        return client;
    }

    /** The recovery codes of an answer. */
    static List<String> codes(Answer answer) {
        return StreamSupport.stream(
                        answer.json().getAsJsonArray("recoveryCodes").spliterator(), false)
                .map(code -> code.getAsString())
                .toList();
    }

    /** Gives the password, and answers the token of the sign-in that waits. */
    String begin() {
        return new Client(product).signIn(email).having(202).text("signIn");
    }

    /** Shows a second factor. */
    Answer finish(String waiting, String name, String value) {
        return new Client(product).post("sessions/second-factor", Client.object("signIn", waiting, name, value));
    }

    /** Signs in by both. */
    Client signIn(int stepsLater) {
        Answer opened = finish(begin(), "code", app.code(stepsLater)).having(201);
        return new Client(product).withToken(opened.text("token"));
    }

    String accountId() {
        return client.get("account").having(200).text("accountId");
    }

    /** What was done with the account, in order. */
    static List<String> actions(RunningProduct product, String accountId) throws SQLException {
        return product.database()
                .texts("select action from frontless.event where workspace_id = '" + accountId + "' order by seq");
    }

    /** As if nobody of the account had proved anything for a day. */
    static void forgetProofs(RunningProduct product, String accountId) throws SQLException {
        product.database()
                .change("update frontless.session set confirmed_at = confirmed_at - interval '1 day'"
                        + " where account_id = '" + accountId + "'");
    }

    static JsonObject withPasskey(String name, String value, JsonObject passkey) {
        JsonObject body = Client.object(name, value);
        body.add("passkey", passkey);
        return body;
    }
}
