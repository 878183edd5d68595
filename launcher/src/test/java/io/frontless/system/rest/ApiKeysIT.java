package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A program's way in: a key by a plan, a token for the key, and work with the token. */
@SystemTest
class ApiKeysIT {

    private final RunningProduct product;
    private final Client owner;
    private final String workspace;

    ApiKeysIT(RunningProduct product) {
        this.product = product;
        owner = Client.signedIn(product);
        workspace = owner.found("Keys Ltd");
        owner.run(workspace, "create a table Item with name and price");
        owner.run(workspace, "add item Lamp");
    }

    private record Key(String id, String secret) {}

    @Test
    void programWorksWithAKeyAndTheLogSaysSo() {
        Key key = key("MEMBER", null);
        Client program = program(key);

        Answer made = program.post(workspace + "/entities/item/records", "{\"values\": {\"name\": \"Chair\"}}");

        made.having(201);
        JsonObject event =
                owner.get(workspace + "/events?limit=1").list("events").get(0);
        assertThat(event.getAsJsonObject("actor").get("kind").getAsString()).isEqualTo("API_KEY");
        assertThat(event.getAsJsonObject("actor").get("id").getAsString()).isEqualTo(key.id());
        assertThat(event.getAsJsonObject("actor").get("name").getAsString()).isEqualTo("Scanner");
        JsonObject listed = owner.get(workspace + "/api-keys").list("keys").get(0);
        assertThat(listed.get("usedAt").isJsonNull()).isFalse();
        assertThat(listed.toString()).doesNotContain(key.secret());
    }

    @Test
    void programPlansAndUndoesAsPeopleDo() {
        Client program = program(key("MEMBER", null));

        Answer turn = program.run(workspace, "add item Desk");
        JsonObject undo = program.post(workspace + "/undo", "{}").having(201).json();

        assertThat(turn.text("status")).isEqualTo("EXECUTED");
        program.execute(workspace, undo).having(200);
    }

    @Test
    void keyMayWhatItsRoleAllowsAndNothingOutsideOfItsWorkspace() {
        Client program = program(key("VIEWER", null));
        String other = owner.found("Other Ltd");

        program.get(workspace + "/entities/item/records").having(200);
        program.post(workspace + "/entities/item/records", "{\"values\": {\"name\": \"X\"}}")
                .having(403);
        program.get(workspace + "/api-keys").having(403);
        program.get(other + "/entities").having(404);
        program.get("workspaces").having(403);
        program.delete("sessions/current").having(403);
        assertThat(program.get(workspace + "/me").having(200).text("name")).isEqualTo("Scanner");
    }

    @Test
    void previewAndLogDoNotHoldTheSecret() {
        Answer proposed = propose("MEMBER", null);
        Answer executed = owner.execute(workspace, proposed.having(201).json()).having(200);

        String secret = executed.list("secrets").get(0).get("secret").getAsString();

        assertThat(secret).matches("flk_[0-9a-f]{72}");
        assertThat(proposed.body()).doesNotContain("flk_");
        assertThat(owner.execute(workspace, proposed.json()).having(200).json().has("secrets"))
                .isFalse();
        assertThat(owner.get(workspace + "/plans/" + proposed.text("planId")).body())
                .doesNotContain("flk_");
        assertThat(owner.get(workspace + "/events").body()).doesNotContain("flk_");
    }

    @Test
    void secretThatIsWrongIsRefusedAsRfc6749Says() {
        Key key = key("VIEWER", null);

        for (Key wrong : new Key[] {
            new Key(key.id(), key.secret().substring(1)),
            new Key(key.id(), key.secret().replaceFirst(".$", "x")),
            new Key(UUID.randomUUID().toString(), key.secret()),
            new Key("nobody", key.secret()),
        }) {
            Answer refused = exchange(wrong).having(401);
            assertThat(refused.text("error")).isEqualTo("invalid_client");
        }
        assertThat(form("grant_type=password&client_id=a&client_secret=b")
                        .having(400)
                        .text("error"))
                .isEqualTo("unsupported_grant_type");
        assertThat(form("grant_type=client_credentials").having(400).text("error"))
                .isEqualTo("invalid_request");
        assertThat(form("client_id=a&client_id=b").having(400).text("error")).isEqualTo("invalid_request");
        assertThat(form("%zz=%zz").having(400).text("error")).isEqualTo("invalid_request");
        owner.post("tokens", "{}").having(415);
        exchange(key).having(200);
    }

    @Test
    void revokedKeyAndItsTokensAreRefusedAtOnce() {
        Key key = key("VIEWER", null);
        Client program = program(key);

        JsonObject revoke = plan("{\"op\": \"apikey.revoke\", \"params\": {\"key\": \"" + key.id() + "\"}}");
        owner.execute(workspace, revoke).having(200);

        program.get(workspace + "/entities").having(401);
        exchange(key).having(401);
    }

    @Test
    void budgetThatIsSpentIsTooManyRequests() {
        Client program = program(key("VIEWER", 1L));

        program.get(workspace + "/entities/item/records?limit=1").having(200);
        Answer refused =
                program.get(workspace + "/entities/item/records?limit=1").having(429);

        assertThat(refused.text("reason")).isEqualTo("LIMIT");
        assertThat(refused.text("detail")).contains("0:00 UTC");
    }

    @Test
    void publishedKeyVerifiesTheTokens() throws Exception {
        String token = exchange(key("VIEWER", null)).text("access_token");

        JsonObject header = part(token, 0);
        JsonObject claims = part(token, 1);
        JsonObject published =
                new Client(product).get("jwks").having(200).list("keys").get(0);

        assertThat(header.get("alg").getAsString()).isEqualTo("ES256");
        assertThat(header.get("kid").getAsString())
                .isEqualTo(published.get("kid").getAsString());
        assertThat(published.has("d")).isFalse();
        assertThat(claims.get("exp").getAsLong() - claims.get("iat").getAsLong())
                .isEqualTo(600);
        assertThat(claims.keySet())
                .contains("iss", "aud", "sub", "jti", "exp", "nbf", "iat", "upn", "groups", "workspace");
        assertThat(product.baseUrl().toString()).startsWith(claims.get("iss").getAsString());
    }

    @Test
    void everyOtherTokenIsRefusedInTheSameWay() throws Exception {
        String good = exchange(key("VIEWER", null)).text("access_token");
        Client program = new Client(product);
        String refusal = program.withToken(good + "x")
                .get(workspace + "/entities")
                .having(401)
                .body();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair own = generator.generateKeyPair();
        JsonObject published = program.withToken(null).get("jwks").list("keys").get(0);

        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(
                "tampered",
                changed(
                        good,
                        claims -> claims.addProperty(
                                "workspace", UUID.randomUUID().toString())));
        bad.put("none", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good.split("\\.", -1)[1] + ".");
        bad.put("HS256 with the public key", hmac(good, published));
        bad.put("another key", signed(good, own, header -> {}, claims -> {}));
        bad.put("another kid", signed(good, own, header -> header.addProperty("kid", "other"), claims -> {}));
        bad.put("no kid", signed(good, own, header -> header.remove("kid"), claims -> {}));
        bad.put("another algorithm", signed(good, own, header -> header.addProperty("alg", "RS256"), claims -> {}));
        bad.put("two parts", good.substring(0, good.lastIndexOf('.')));
        bad.put("five parts", good + "." + good);
        bad.put("dots", "..");
        bad.put("no JSON", "e30.e30.e30");

        bad.forEach((name, token) -> {
            Answer refused = program.withToken(token).get(workspace + "/entities");
            assertThat(refused.status()).as(name).isEqualTo(401);
            assertThat(refused.body()).as(name).isEqualTo(refusal);
        });
        program.withToken(good).get(workspace + "/entities").having(200);
    }

    private Answer propose(String role, @Nullable Long rowsPerDay) {
        String rows = rowsPerDay == null ? "" : ", \"rowsPerDay\": " + rowsPerDay;
        String params = "{\"label\": \"Scanner\", \"role\": \"" + role + "\", \"expiresAt\": \""
                + Instant.now().plus(Duration.ofDays(30)) + "\"" + rows + "}";
        return owner.post(
                workspace + "/plans", "{\"operations\": [{\"op\": \"apikey.create\", \"params\": " + params + "}]}");
    }

    private JsonObject plan(String operation) {
        return owner.post(workspace + "/plans", "{\"operations\": [" + operation + "]}")
                .having(201)
                .json();
    }

    private Key key(String role, @Nullable Long rowsPerDay) {
        JsonObject told = owner.execute(
                        workspace, propose(role, rowsPerDay).having(201).json())
                .having(200)
                .list("secrets")
                .get(0);
        return new Key(told.get("key").getAsString(), told.get("secret").getAsString());
    }

    private Answer exchange(Key key) {
        return form("grant_type=client_credentials&client_id=" + key.id() + "&client_secret=" + key.secret());
    }

    private Answer form(String body) {
        return new Client(product)
                .send("POST", "tokens", BodyPublishers.ofString(body), "application/x-www-form-urlencoded");
    }

    private Client program(Key key) {
        return new Client(product).withToken(exchange(key).having(200).text("access_token"));
    }

    private static JsonObject part(String token, int index) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
        return JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static String encoded(String json) {
        return encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String changed(String token, Consumer<JsonObject> change) {
        JsonObject claims = part(token, 1);
        change.accept(claims);
        String[] parts = token.split("\\.", -1);
        return parts[0] + "." + encoded(claims.toString()) + "." + parts[2];
    }

    private static String signed(String token, KeyPair key, Consumer<JsonObject> header, Consumer<JsonObject> claims)
            throws Exception {
        JsonObject head = part(token, 0);
        JsonObject body = part(token, 1);
        header.accept(head);
        claims.accept(body);
        String content = encoded(head.toString()) + "." + encoded(body.toString());
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + encoded(signature.sign());
    }

    /** What a library accepts that takes the algorithm from the token and the public key for a shared one. */
    private static String hmac(String token, JsonObject publicKey) throws Exception {
        JsonObject header = part(token, 0);
        header.addProperty("alg", "HS256");
        String content = encoded(header.toString()) + "." + token.split("\\.", -1)[1];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(publicKey.toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }
}
