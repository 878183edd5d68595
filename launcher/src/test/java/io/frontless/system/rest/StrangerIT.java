package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What belongs to another workspace answers exactly as what never was, and without a session nothing answers at all. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangerIT {
    private static final String NEVER = "01900000-0000-7000-8000-000000000000";

    private final RunningProduct product;
    private final Client stranger;
    private final String own;
    private final String others;
    private final String othersRecord;
    private final String othersPlan;
    private final String othersEvent;

    StrangerIT(RunningProduct product) {
        this.product = product;
        Client other = Client.signedIn(product);
        others = other.found("Theirs");
        furnish(other, others);
        othersRecord = other.get(others + "/entities/item/records")
                .list("records")
                .get(0)
                .get("id")
                .getAsString();
        JsonObject event = other.get(others + "/events?limit=1").list("events").get(0);
        othersEvent = event.get("event_id").getAsString();
        othersPlan = event.get("plan_id").getAsString();
        stranger = Client.signedIn(product);
        own = stranger.found("Mine");
        furnish(stranger, own);
    }

    @Test
    void anothersWorkspaceIsNotThere() {
        String never = "workspaces/" + NEVER;
        List<String> before = StoredRows.of(product.database(), others);

        for (String path :
                List.of("/entities", "/entities/item/records/" + othersRecord, "/events", "/plans/" + othersPlan)) {
            requireAlike(stranger.get(others + path), stranger.get(never + path));
        }
        for (String path : List.of("/turns", "/plans", "/undo", "/plans/" + othersPlan + "/execution")) {
            requireAlike(
                    stranger.post(others + path, Client.object("text", "undo that")),
                    stranger.post(never + path, Client.object("text", "undo that")));
        }
        assertThat(StoredRows.of(product.database(), others)).isEqualTo(before);
    }

    @Test
    void anothersRecordPlanAndEventAreNotThereInTheOwnWorkspace() {
        requireAlike(get("/entities/item/records/", othersRecord), get("/entities/item/records/", NEVER));
        requireAlike(get("/plans/", othersPlan), get("/plans/", NEVER));
        requireAlike(get("/events/", othersEvent), get("/events/", NEVER));
        requireAlike(execute(othersPlan), execute(NEVER));
        requireAlike(undo("event", othersEvent), undo("event", NEVER));
        requireAlike(undo("plan", othersPlan), undo("plan", NEVER));
        requireAlike(stranger.delete(own + "/plans/" + othersPlan), stranger.delete(own + "/plans/" + NEVER));
    }

    @Test
    void anothersRecordCannotBeTouchedOrReferredToByAPlan() {
        List<String> before = StoredRows.of(product.database(), others);

        for (String operation : List.of(
                "{\"op\": \"record.update\", \"params\": {\"entity\": \"item\", \"id\": \"?\", \"values\": {\"code\": \"Z\"}}}",
                "{\"op\": \"record.delete\", \"params\": {\"entity\": \"item\", \"id\": \"?\"}}",
                "{\"op\": \"record.restore\", \"params\": {\"entity\": \"item\", \"id\": \"?\"}}",
                "{\"op\": \"record.create\", \"params\": {\"entity\": \"item\", \"values\": {\"code\": \"Z\", \"parent\": \"?\"}}}")) {
            requireAlike(propose(operation.replace("?", othersRecord)), propose(operation.replace("?", NEVER)));
        }
        assertThat(StoredRows.of(product.database(), others)).isEqualTo(before);
    }

    @Test
    void anothersUniqueValuesAreFree() {
        String operation =
                "{\"op\": \"record.create\", \"params\": {\"entity\": \"item\", \"values\": {\"code\": \"%s\"}}}";

        assertThat(propose(operation.formatted("Other " + others)).status()).isEqualTo(201);
        assertThat(propose(operation.formatted("Code " + own)).status()).isEqualTo(409);
    }

    @Test
    void withoutASessionNothingAnswers() {
        String random = UUID.randomUUID().toString();

        for (String token :
                new @Nullable String[] {null, "", "x", random, "' or 1=1 --", "ey.ey.ey", "a".repeat(4_000)}) {
            Client nobody = new Client(product).withToken(token);
            for (Answer answer : List.of(
                    nobody.get("workspaces"),
                    nobody.get(own + "/entities"),
                    nobody.get("workspaces/" + NEVER + "/entities"),
                    nobody.post(own + "/plans", "{}"),
                    nobody.post("workspaces", "{\"label\": \"Mine\"}"),
                    nobody.delete("sessions/current"))) {
                answer.having(401);
                assertThat(answer.type()).startsWith("application/problem+json");
                assertThat(answer.text("detail"))
                        .isIn("sign in first", "this token is not accepted: exchange your API key for a new one");
            }
        }
    }

    @Test
    void everyMethodThatNoResourceHasIsRefusedWithAProblem() {
        for (String method : List.of("PUT", "PATCH", "DELETE", "NONSENSE")) {
            Answer answer = stranger.send(method, "workspaces", BodyPublishers.noBody(), "application/json");
            assertThat(answer.status()).as(method).isIn(405, 501);
        }
        assertThat(stranger.send("OPTIONS", "workspaces", BodyPublishers.noBody(), "application/json")
                        .status())
                .isLessThan(500);
    }

    @Test
    void addressIsNotToldToBeKnown() {
        String email = "known-" + UUID.randomUUID() + "@works.example";
        Client client = new Client(product);
        Answer first = client.register(email).having(202);
        client.confirm(email).having(204);

        Answer second = client.register(email);
        Answer wrong = client.post("sessions", Client.object("email", email, "password", "not the right password"));
        Answer unknown =
                client.post("sessions", Client.object("email", "x" + email, "password", "not the right password"));

        assertThat(second.withoutHeaders()).isEqualTo(first.withoutHeaders());
        assertThat(wrong.withoutHeaders()).isEqualTo(unknown.withoutHeaders());
        assertThat(wrong.status()).isEqualTo(401);
    }

    private Answer get(String path, String id) {
        return stranger.get(own + path + id);
    }

    private Answer execute(String plan) {
        return stranger.post(own + "/plans/" + plan + "/execution", "{}");
    }

    private Answer undo(String what, String id) {
        return stranger.post(own + "/undo", Client.object(what, id));
    }

    private Answer propose(String operation) {
        return stranger.post(own + "/plans", "{\"operations\": [" + operation + "]}");
    }

    private void requireAlike(Answer others, Answer never) {
        assertThat(others.status()).as(others.body()).isBetween(400, 499);
        assertThat(anonymous(others)).isEqualTo(anonymous(never));
    }

    /** The answer without the id that was asked for; its headers tell the time. */
    private Answer anonymous(Answer answer) {
        String body = answer.body();
        for (String id : List.of(others.replace("workspaces/", ""), othersRecord, othersPlan, othersEvent, NEVER)) {
            body = body.replace(id, "?");
        }
        return new Answer(answer.status(), answer.type(), body, answer.headers()).withoutHeaders();
    }

    private static void furnish(Client client, String workspace) {
        String plan = """
                {"operations": [
                  {"op": "entity.create", "params": {"entity": "item", "label": "Item", "fields": [
                    {"label": "Code", "type": "text", "required": true, "unique": true},
                    {"label": "Parent", "type": "reference", "target": "item"}]}},
                  {"op": "record.create", "params": {"entity": "item", "values": {"code": "Code %s"}}},
                  {"op": "record.create", "params": {"entity": "item", "values": {"code": "Other %s"}}}]}
                """.formatted(workspace, workspace);
        client.execute(
                        workspace,
                        client.post(workspace + "/plans", plan).having(201).json())
                .having(200);
    }
}
