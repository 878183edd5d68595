package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The way of a new customer through the API, from registration to undo. */
@SystemTest
class JourneyIT {
    private static final String TABLE =
            "create a table Invoice with number, client, amount, status (pending, paid) and due date";
    private static final String INVOICE = "add invoice INV-0089 for Acme, 1200 due 2026-12-15, pending";

    private final RunningProduct product;

    JourneyIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void personCannotSignInBeforeTheAddressIsConfirmed() {
        Client client = new Client(product);
        String email = "late-" + UUID.randomUUID() + "@works.example";
        client.register(email).having(202);

        Answer before = client.signIn(email);
        client.confirm(email).having(204);

        assertThat(before.status()).isEqualTo(401);
        assertThat(client.signIn(email).status()).isEqualTo(201);
    }

    @Test
    void linkOfAMailWorksOnce() {
        Client client = new Client(product);
        String email = "once-" + UUID.randomUUID() + "@works.example";
        client.register(email).having(202);
        client.confirm(email).having(204);

        assertThat(client.confirm(email).status()).isEqualTo(404);
    }

    @Test
    void privateAddressIsRefusedWithTheField() {
        Answer refused = new Client(product).register("somebody@gmail.com");

        refused.having(400);
        assertThat(refused.list("errors").get(0).get("field").getAsString()).isEqualTo("email");
        assertThat(refused.list("errors").get(0).get("expected").getAsString()).isEqualTo("a business address");
    }

    @Test
    void signedOutTokenOpensNothing() {
        Client client = Client.signedIn(product);
        client.get("workspaces").having(200);

        client.delete("sessions/current").having(204);

        assertThat(client.get("workspaces").status()).isEqualTo(401);
    }

    @Test
    void wordsBecomePlansPlansBecomeEventsAndUndoTakesThemBack() {
        Client client = Client.signedIn(product);
        String workspace = client.found("Acme Works");
        client.run(workspace, TABLE);
        client.run(workspace, INVOICE);
        JsonObject preview = client.propose(workspace, "mark invoice INV-0089 as paid");
        JsonObject invoice = invoice(client, workspace);
        assertThat(status(invoice)).as("previewed, not done").isEqualTo("pending");

        client.execute(workspace, preview).having(200);

        assertThat(status(invoice(client, workspace))).isEqualTo("paid");
        JsonObject change = Answer.objects(preview.getAsJsonArray("changes")).get(0);
        assertThat(change.getAsJsonObject("before").get("status").getAsString()).isEqualTo("pending");
        assertThat(change.getAsJsonObject("after").get("status").getAsString()).isEqualTo("paid");
        assertThat(preview.get("rows").getAsInt()).isEqualTo(1);
        assertThat(client.say(workspace, "show the last 20 changes").get("kind").getAsString())
                .isEqualTo("changes");
        client.run(workspace, "undo that");
        assertThat(status(invoice(client, workspace))).isEqualTo("pending");
    }

    @Test
    void eventIsAsPromised() {
        Client client = Client.signedIn(product);
        String workspace = client.found("Acme Works");
        client.run(workspace, TABLE);
        client.run(workspace, INVOICE);
        Instant start = Instant.now().minus(Duration.ofMinutes(1));
        client.run(workspace, "mark invoice INV-0089 as paid");

        JsonObject event = client.get(workspace + "/events?limit=1")
                .having(200)
                .list("events")
                .get(0);

        JsonObject invoice = invoice(client, workspace);
        assertThat(event.keySet())
                .contains(
                        "workspace_id",
                        "event_id",
                        "actor",
                        "action",
                        "entity",
                        "record_id",
                        "before",
                        "after",
                        "timestamp");
        assertThat(workspace).endsWith(event.get("workspace_id").getAsString());
        assertThat(UUID.fromString(event.get("event_id").getAsString()).version())
                .isEqualTo(7);
        assertThat(event.getAsJsonObject("actor").get("kind").getAsString()).isEqualTo("PERSON");
        assertThat(event.getAsJsonObject("actor").get("name").getAsString()).isEqualTo("Ada Test");
        assertThat(event.get("action").getAsString()).isEqualTo("record.update");
        assertThat(event.get("entity").getAsString()).isEqualTo("invoice");
        assertThat(event.get("record_id")).isEqualTo(invoice.get("id"));
        assertThat(event.getAsJsonObject("before").get("status").getAsString()).isEqualTo("pending");
        assertThat(event.getAsJsonObject("after")).isEqualTo(invoice.getAsJsonObject("values"));
        assertThat(event.get("timestamp").getAsString())
                .matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
        assertThat(Instant.parse(event.get("timestamp").getAsString())).isBetween(start, start.plusSeconds(180));
        JsonObject alone = client.get(
                        workspace + "/events/" + event.get("event_id").getAsString())
                .having(200)
                .json();
        assertThat(alone).isEqualTo(event);
    }

    @Test
    void undoByTheApiIsAPlanAndTellsWhatItTakesBack() {
        Client client = Client.signedIn(product);
        String workspace = client.found("Acme Works");
        client.run(workspace, TABLE);
        client.run(workspace, INVOICE);
        client.run(workspace, "mark invoice INV-0089 as paid");
        JsonObject event =
                client.get(workspace + "/events?limit=1").list("events").get(0);
        String eventId = event.get("event_id").getAsString();

        Answer undo = client.post(workspace + "/undo", Client.object("event", eventId))
                .having(201);
        client.execute(workspace, undo.json()).having(200);
        Answer again = client.post(workspace + "/undo", Client.object("event", eventId));

        JsonObject undoing =
                client.get(workspace + "/events?limit=1").list("events").get(0);
        assertThat(undoing.get("undoes").getAsString()).isEqualTo(eventId);
        assertThat(undoing.get("before")).isEqualTo(event.get("after"));
        assertThat(undoing.get("after")).isEqualTo(event.get("before"));
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void planOfOperationsIsPreviewedAndExecutedWithItsStepReferences() {
        Client client = Client.signedIn(product);
        String workspace = client.found("Acme Works");
        String plan = """
                {"summary": "First tables", "operations": [
                  {"id": "s1", "op": "entity.create", "params": {"entity": "client", "label": "Client", "fields": [
                    {"label": "Name", "type": "text", "required": true, "unique": true}]}},
                  {"id": "s2", "op": "entity.create", "params": {"entity": "visit", "label": "Visit", "fields": [
                    {"label": "Day", "type": "date"}, {"label": "Client", "type": "reference", "target": "client"}]}},
                  {"id": "s3", "op": "record.create", "params": {"entity": "client", "values": {"name": "Globex"}}},
                  {"id": "s4", "op": "record.create",
                   "params": {"entity": "visit", "values": {"day": "2026-12-15", "client": "$s3.id"}}}]}
                """;

        JsonObject proposed =
                client.post(workspace + "/plans", plan).having(201).json();
        Answer executed = client.execute(workspace, proposed).having(200);

        assertThat(executed.text("status")).isEqualTo("EXECUTED");
        List<JsonObject> visits =
                client.get(workspace + "/entities/visit/records").having(200).list("records");
        List<JsonObject> clients =
                client.get(workspace + "/entities/client/records").having(200).list("records");
        assertThat(visits.get(0).getAsJsonObject("values").get("client"))
                .isEqualTo(clients.get(0).get("id"));
        assertThat(client.get(workspace + "/plans/" + proposed.get("planId").getAsString())
                        .json())
                .isEqualTo(executed.json());
    }

    private static JsonObject invoice(Client client, String workspace) {
        Answer found = client.get(workspace + "/entities/invoice/records?number=INV-0089")
                .having(200);
        assertThat(found.json().get("total").getAsInt()).isEqualTo(1);
        return found.list("records").get(0);
    }

    private static String status(JsonObject invoice) {
        return invoice.getAsJsonObject("values").get("status").getAsString();
    }
}
