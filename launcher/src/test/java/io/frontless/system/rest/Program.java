package io.frontless.system.rest;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;

/**
 * A program with an API key of a workspace of its own.
 *
 * @param token what its key was exchanged for
 * @param publishedKeys what the product publishes to verify tokens by
 */
public record Program(String keyId, String token, String publishedKeys) {

    /** One that may read. */
    public static Program viewer(RunningProduct product) {
        Client owner = Client.signedIn(product);
        return in(product, owner, owner.found("Programs Ltd"), "VIEWER");
    }

    /** One of a workspace, with a role. */
    static Program in(RunningProduct product, Client owner, String workspace, String role) {
        String params = "{\"label\": \"Reader\", \"role\": \"" + role + "\", \"expiresAt\": \""
                + Instant.now().plus(Duration.ofDays(1)) + "\"}";
        JsonObject plan = owner.post(
                        workspace + "/plans",
                        "{\"operations\": [{\"op\": \"apikey.create\", \"params\": " + params + "}]}")
                .having(201)
                .json();
        JsonObject made =
                owner.execute(workspace, plan).having(200).list("secrets").get(0);
        String keyId = made.get("key").getAsString();
        Client open = new Client(product);
        String token = open.send(
                        "POST",
                        "tokens",
                        BodyPublishers.ofString("grant_type=client_credentials&client_id=" + keyId + "&client_secret="
                                + made.get("secret").getAsString()),
                        "application/x-www-form-urlencoded")
                .having(200)
                .text("access_token");
        return new Program(keyId, token, open.get("jwks").having(200).body());
    }
}
