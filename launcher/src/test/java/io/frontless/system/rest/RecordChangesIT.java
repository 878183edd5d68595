package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records changed at once: one request, one event, no plan to be confirmed. */
@SystemTest
class RecordChangesIT {
    private static final String TABLE = "create a table Invoice with number, client, amount and status (pending, paid)";
    private static final String NEW = "{\"values\": {\"number\": \"INV-1\", \"client\": \"Acme\", \"amount\": 1200}}";
    private static final String PAID = "{\"values\": {\"status\": \"paid\"}}";
    private static final Map<String, String> NO_HEADERS = Map.of();

    private final Client client;
    private final String workspace;
    private final String records;

    RecordChangesIT(RunningProduct product) {
        client = Client.signedIn(product);
        workspace = client.found("Acme Works");
        records = workspace + "/entities/invoice/records";
        client.run(workspace, TABLE);
    }

    @Test
    void recordIsCreatedChangedAndDeletedEachWithItsEvent() {
        Answer created = client.post(records, NEW).having(201);
        String id = created.text("id");

        Answer changed = patch(id, PAID, NO_HEADERS).having(200);
        JsonObject read = client.get(records + "/" + id).having(200).json();
        Answer deleted = client.delete(records + "/" + id).having(200);

        assertThat(version(created)).isEqualTo(1);
        assertThat(version(changed)).isEqualTo(2);
        assertThat(version(deleted)).isEqualTo(3);
        assertThat(changed.json().get("values")).isEqualTo(read.get("values"));
        assertThat(changed.json().get("title")).isEqualTo(read.get("title"));
        assertThat(deleted.json().get("values").isJsonNull()).isTrue();
        assertThat(client.get(records + "/" + id).status()).isEqualTo(404);
        assertThat(client.get(workspace + "/events?record=" + id).list("events").stream()
                        .map(event -> event.get("event_id").getAsString()))
                .containsExactly(deleted.text("eventId"), changed.text("eventId"), created.text("eventId"));
    }

    @Test
    void eventWithoutAPlanIsUndoneByItsIdAndAsTheLastChange() {
        String id = client.post(records, NEW).having(201).text("id");
        Answer changed = patch(id, PAID, NO_HEADERS).having(200);

        undo(Client.object("event", changed.text("eventId")));
        JsonObject once = client.get(records + "/" + id).having(200).json();
        undo(new JsonObject());

        assertThat(once.getAsJsonObject("values").has("status")).isFalse();
        assertThat(client.get(records + "/" + id).status())
                .as("the creation was undone")
                .isEqualTo(404);
    }

    @Test
    void changeOfAnotherVersionThanTheOneReliedOnIsRefused() {
        String id = client.post(records, NEW).having(201).text("id");

        Answer stale = patch(id, PAID, Map.of("If-Match", "\"7\""));
        Answer staleInBody = patch(id, "{\"values\": {\"status\": \"paid\"}, \"expectVersion\": 7}", NO_HEADERS);
        Answer unclear = patch(id, PAID, Map.of("If-Match", "7"));
        Answer both =
                patch(id, "{\"values\": {\"status\": \"paid\"}, \"expectVersion\": 1}", Map.of("If-Match", "\"2\""));
        Answer deletion = client.delete(records + "/" + id, Map.of("If-Match", "\"7\""));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(staleInBody.status()).isEqualTo(409);
        assertThat(unclear.status()).isEqualTo(400);
        assertThat(both.status()).isEqualTo(400);
        assertThat(deletion.status()).isEqualTo(409);
        assertThat(version(patch(id, PAID, Map.of("If-Match", "\"1\"")).having(200)))
                .isEqualTo(2);
    }

    @Test
    void sameRequestUnderOneKeyIsDoneOnceAndAnsweredAlike() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = client.post(records, NEW, key).having(201);

        Answer second = client.post(records, NEW, key).having(201);
        Answer other = client.post(records, NEW.replace("INV-1", "INV-2"), key);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(409);
        assertThat(client.get(records).json().get("total").getAsInt()).isEqualTo(1);
    }

    @Test
    void keyOfAPlanThatWaitsIsNoneOfACommand() {
        String key = UUID.randomUUID().toString();
        String plan = "{\"summary\": \"Create a record\", \"idempotencyKey\": \"" + key
                + "\", \"operations\": [{\"op\": \"record.create\", \"params\": {\"entity\": \"invoice\", \"values\":"
                + " {\"number\": \"INV-1\", \"client\": \"Acme\", \"amount\": 1200}}}]}";
        client.post(workspace + "/plans", plan).having(201);

        Answer refused = client.post(records, NEW, Map.of("Idempotency-Key", key));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(client.get(records).json().get("total").getAsInt()).isZero();
    }

    @Test
    void wrongRequestsAreRefusedWithTheirFields() {
        String id = client.post(records, NEW).having(201).text("id");

        Answer nothing = patch(id, "{\"values\": {}}", NO_HEADERS);
        Answer unknown = patch(id, "{\"values\": {\"colour\": \"red\"}}", NO_HEADERS);
        Answer misspelt = patch(id, "{\"value\": {}}", NO_HEADERS);
        Answer elsewhere = patch(UUID.randomUUID().toString(), PAID, NO_HEADERS);
        Answer noEntity = client.post(workspace + "/entities/ghost/records", NEW);

        assertThat(nothing.status()).isEqualTo(400);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(misspelt.status()).isEqualTo(400);
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(noEntity.status()).isEqualTo(404);
    }

    private Answer patch(String id, String body, Map<String, String> headers) {
        return client.patch(records + "/" + id, body, headers);
    }

    private void undo(JsonObject target) {
        client.execute(
                        workspace,
                        client.post(workspace + "/undo", target).having(201).json())
                .having(200);
    }

    private static long version(Answer answer) {
        return answer.json().get("version").getAsLong();
    }
}
