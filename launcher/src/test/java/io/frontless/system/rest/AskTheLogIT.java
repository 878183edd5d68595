package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.Deadline;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log as clients and people ask it: by parameters, in words, as of a moment; and a check of all of it. */
@SystemTest
class AskTheLogIT {
    private static final Duration CHECKED_WITHIN = Duration.ofSeconds(60);

    private final RunningProduct product;
    private final Client client;
    private final String workspace;

    AskTheLogIT(RunningProduct product) {
        this.product = product;
        client = Client.signedIn(product);
        workspace = client.found("Asked Works");
        client.run(workspace, "create a table Invoice with number, client and amount");
        client.run(workspace, "add invoice INV-1 for Acme, 1200");
        client.run(workspace, "add invoice INV-2 for Globex, 50");
    }

    @Test
    void recordIsShownAsItWasWithTheFieldsOfThen() {
        Instant before = lastTime();
        client.run(workspace, "change the amount of INV-1 to 1300");
        client.run(workspace, "rename field amount of invoice to Total");
        client.run(workspace, "delete invoice INV-2");
        String records = workspace + "/history/entities/invoice/records";

        JsonObject then = client.get(records + "?at=" + before).having(200).json();
        JsonObject one = then.getAsJsonArray("records").get(0).getAsJsonObject();
        String id = one.get("id").getAsString();
        JsonObject now = client.get(records + "/" + id).having(200).json();
        JsonObject newest = client.get(records + "/" + id + "/changes")
                .having(200)
                .list("changes")
                .get(0);

        assertThat(then.getAsJsonArray("records")).hasSize(2);
        assertThat(one.getAsJsonObject("values").get("amount").getAsInt()).isEqualTo(1200);
        assertThat(then.getAsJsonObject("entity").toString())
                .contains("\"Amount\"")
                .doesNotContain("\"Total\"");
        assertThat(now.getAsJsonObject("entity").toString()).contains("\"Total\"");
        assertThat(now.getAsJsonObject("record")
                        .getAsJsonObject("values")
                        .get("amount")
                        .getAsInt())
                .isEqualTo(1300);
        assertThat(newest.get("changes").toString())
                .isEqualTo("[{\"field\":\"amount\",\"label\":\"Amount\",\"before\":1200,\"after\":1300}]");
        client.get(records + "/" + id + "/readers").having(200);
        client.get(records + "/" + UUID.randomUUID()).having(404);
        client.get(records + "/" + UUID.randomUUID() + "/changes").having(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events?actro=x",
                "events?from=yesterday",
                "events?from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z",
                "events?field=amount",
                "events?action=record.obliterate",
                "events?limit=0",
                "events?before=soon",
                "events?entity=a&entity=b",
                "history/entities/invoice?at=now",
                "history/entities/invoice?at=9999-01-01T00:00:00Z",
                "history/entities/invoice?when=now",
                "history/entities/invoice/records?cursor=x"
            })
    void badQuestionsAreAnsweredClearly(String path) {
        assertThat(client.get(workspace + "/" + path).having(400).json().has("errors"))
                .isTrue();
    }

    @Test
    void wordsAreAnsweredByEventsAndPastRecords() {
        client.run(workspace, "change the amount of INV-1 to 1300");
        client.run(workspace, "delete invoice INV-2");

        assertThat(actions("who changed INV-1 this week")).containsExactly("record.update", "record.create");
        assertThat(actions("who deleted INV-2")).containsExactly("record.delete");
        assertThat(actions("what did I do today")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(actions("what did Ada do today")).hasSameSizeAs(actions("what did I do today"));
        assertThat(actions("what did Ada do yesterday")).isEmpty();
        assertThat(actions("history of INV-2")).containsExactly("record.delete", "record.create");
        assertThat(actions("who changed the amount of INV-1")).containsExactly("record.update", "record.create");
        assertThat(client.say(workspace, "what did Zoe do yesterday")
                        .get("kind")
                        .getAsString())
                .isEqualTo("refusal");
        JsonObject past = client.say(workspace, "show INV-1 as of today");
        assertThat(past.get("kind").getAsString()).isEqualTo("past");
        assertThat(past.toString()).contains("1300");
        assertThat(client.say(workspace, "show INV-1 as of yesterday")
                        .get("kind")
                        .getAsString())
                .isEqualTo("text");
        JsonObject amount = client.say(
                workspace,
                "what was the amount of INV-1 on " + Instant.now().toString().substring(0, 10));
        assertThat(amount.getAsJsonObject("entity").getAsJsonArray("fields")).hasSize(2);
    }

    @Test
    void programsActForWhoeverMadeTheirKey() {
        String params = "{\"label\": \"Robot\", \"role\": \"MEMBER\", \"expiresAt\": \""
                + Instant.now().plus(Duration.ofDays(1)) + "\"}";
        JsonObject plan = client.post(
                        workspace + "/plans",
                        "{\"operations\": [{\"op\": \"apikey.create\", \"params\": " + params + "}]}")
                .having(201)
                .json();
        JsonObject made =
                client.execute(workspace, plan).having(200).list("secrets").get(0);
        String token = new Client(product)
                .send(
                        "POST",
                        "tokens",
                        BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                + made.get("key").getAsString() + "&client_secret="
                                + made.get("secret").getAsString()),
                        "application/x-www-form-urlencoded")
                .having(200)
                .text("access_token");

        client.with(token)
                .post(workspace + "/entities/invoice/records", "{\"values\": {\"number\": \"INV-9\"}}")
                .having(201);

        JsonObject event =
                client.get(workspace + "/events?limit=1").list("events").get(0);
        assertThat(event.getAsJsonObject("actor").get("name").getAsString()).isEqualTo("Robot");
        assertThat(event.getAsJsonObject("on_behalf_of").get("name").getAsString())
                .isEqualTo("Ada Test");
        List<JsonObject> actors =
                client.get(workspace + "/history/actors").having(200).list("actors");
        assertThat(actors).extracting(actor -> actor.get("name").getAsString()).containsExactly("Ada Test", "Robot");
        String path = workspace + "/events?actor=" + made.get("key").getAsString();
        assertThat(client.get(path).having(200).list("events")).hasSize(1);
    }

    @Test
    void wholeLogIsCheckedInTheServer() {
        Deadline.awaitTrue("all is sealed", CHECKED_WITHIN, () -> {
            JsonObject seal = client.get(workspace + "/seal").having(200).json();
            return seal.get("unsealed").getAsLong() == 0 && !seal.get("head").isJsonNull();
        });
        client.get(workspace + "/seal/verification").having(404);

        client.post(workspace + "/seal/verification", "{}").having(202);

        JsonObject done = Deadline.await("the check is done", CHECKED_WITHIN, () -> {
            JsonObject check =
                    client.get(workspace + "/seal/verification").having(200).json();
            return check.get("running").getAsBoolean() ? Optional.empty() : Optional.of(check);
        });
        assertThat(done.get("good").getAsBoolean()).as(done.toString()).isTrue();
        assertThat(done.get("checked").getAsLong())
                .isEqualTo(done.get("rows").getAsLong())
                .isPositive();
    }

    private List<String> actions(String sentence) {
        JsonObject reply = client.say(workspace, sentence);
        assertThat(reply.get("kind").getAsString()).as(reply.toString()).isEqualTo("changes");
        return reply.getAsJsonArray("events").asList().stream()
                .map(event -> event.getAsJsonObject().get("action").getAsString())
                .toList();
    }

    private Instant lastTime() {
        return Instant.parse(client.get(workspace + "/events?limit=1")
                .having(200)
                .list("events")
                .get(0)
                .get("timestamp")
                .getAsString());
    }
}
