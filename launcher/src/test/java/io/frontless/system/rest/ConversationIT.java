package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.frontless.system.Neighbours;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import io.frontless.system.keycloak.KeycloakExtension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a conversation owes those who have no page: stages, reasons, edits and what could be said next. */
@SystemTest
@ExtendWith(KeycloakExtension.class)
class ConversationIT {
    private static final String TABLE =
            "create a table Invoice with number, client, amount, status (pending, paid) and due date";
    private static final String ADD = "add invoice INV-1 for Acme, 1200, due tomorrow";

    private static final int STREAMS = 200;

    private final Client client;
    private final String workspace;
    private final Neighbours neighbours;

    ConversationIT(RunningProduct product, Neighbours neighbours) {
        this.neighbours = neighbours;
        client = Client.signedIn(product);
        workspace = client.found("Conversation");
        client.run(workspace, TABLE);
    }

    /** A server-sent event. */
    private record Event(String name, JsonObject data) {}

    @Test
    void turnIsStreamedStageByStage() {
        List<Event> events = stream(ADD);

        assertThat(events).extracting(Event::name).containsExactly("progress", "progress", "turn");
        assertThat(stages(events)).containsExactly("PLANNING", "PREVIEWING");
        JsonObject turn = events.get(2).data();
        assertThat(turn.get("said").getAsString()).isEqualTo(ADD);
        assertThat(turns(turn.get("conversationId").getAsString()).get(1).get("turnId"))
                .isEqualTo(turn.get("turnId"));
    }

    @Test
    void everyOneOfManyStreamsAtOnceEndsWithItsTurn() {
        assertThat(IntStream.range(0, STREAMS).parallel().mapToObj(turn -> stream("how many invoices")))
                .hasSize(STREAMS)
                .allSatisfy(events ->
                        assertThat(events).extracting(Event::name).containsExactly("progress", "progress", "turn"));
    }

    @Test
    void stageIsToldWhileTheModelStillThinks() {
        askScriptedModel();
        CountDownLatch told = new CountDownLatch(1);
        List<Boolean> wasTold = new CopyOnWriteArrayList<>();
        try (ScriptedModel model = ScriptedModel.start(neighbours, asked -> {
                    wasTold.add(await(told));
                    return "no plan at all";
                });
                Stream<String> lines = client.lines(workspace + "/turns/stream", Client.object("text", ADD))) {
            lines.filter(line -> line.contains("ASKING")).forEach(line -> told.countDown());

            assertThat(wasTold).hasSameSizeAs(model.asked()).containsOnly(true);
        }
    }

    @Test
    void askedModelAndItsFailureAreStages() {
        askScriptedModel();
        try (ScriptedModel model = ScriptedModel.start(neighbours, asked -> "no plan at all")) {
            List<Event> events = stream(ADD);

            assertThat(stages(events)).containsExactly("PLANNING", "ASKING", "FELL_BACK", "PREVIEWING");
            assertThat(events.get(1).data().get("provider").getAsString()).isEqualTo("scripted");
            assertThat(model.asked()).hasSize(2);
        }
    }

    @Test
    void whatCannotBeSaidIsRefusedBeforeOrWithinTheStream() {
        JsonObject elsewhere =
                Client.object("text", ADD, "conversationId", UUID.randomUUID().toString());
        assertThat(client.post(workspace + "/turns/stream", elsewhere).status()).isEqualTo(404);
        assertThat(client.post(workspace + "/turns/stream", "{}").status()).isEqualTo(400);

        assertThat(client.post(workspace + "/turns/stream", Client.object("text", " "))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void everyValueSaysWhereItComesFromAndThePlanIsExplained() {
        JsonObject reply = client.say(workspace, ADD);

        assertThat(sources(reply))
                .containsEntry("number", "PERSON")
                .containsEntry("amount", "PERSON")
                .containsEntry("due_date", "DERIVED");
        JsonObject explained = client.say(workspace, "explain that");
        assertThat(explained.get("kind").getAsString()).isEqualTo("explained");
        assertThat(explained.get("planId"))
                .isEqualTo(reply.getAsJsonObject("plan").get("planId"));
        assertThat(explained.getAsJsonObject("why").getAsJsonArray("lines").toString())
                .contains("the planner inside", "is new", "worked out from your words");
    }

    @Test
    void undoneValuesAreThoseOfTheLog() {
        client.run(workspace, ADD);
        client.run(workspace, "mark invoice INV-1 as paid");

        JsonObject undo = client.say(workspace, "undo that");

        assertThat(undo.getAsJsonObject("why").getAsJsonArray("lines").toString())
                .contains("takes changes back");
    }

    @Test
    void planIsEditedIntoAnotherWithItsOwnPreview() {
        JsonObject turn = turn(ADD);
        JsonObject plan = turn.getAsJsonObject("reply").getAsJsonObject("plan");
        String edit = workspace + "/conversations/" + turn.get("conversationId").getAsString() + "/plans/"
                + plan.get("planId").getAsString() + "/edit";

        JsonObject edited = client.post(
                        edit, "{\"values\": [{\"step\": \"s1\", \"field\": \"amount\", \"value\": \"1300.5\"}]}")
                .having(201)
                .json();

        JsonObject changed = edited.getAsJsonObject("reply").getAsJsonObject("plan");
        assertThat(edited.get("said").getAsString()).isEqualTo(ADD + "; edited: Amount 1300.5");
        assertThat(sources(edited.getAsJsonObject("reply"))).containsEntry("amount", "PERSON");
        assertThat(client.get(workspace + "/plans/" + plan.get("planId").getAsString())
                        .text("status"))
                .isEqualTo("DISCARDED");
        client.execute(workspace, changed).having(200);
        JsonObject invoice = client.get(workspace + "/entities/invoice/records")
                .list("records")
                .get(0);
        assertThat(invoice.getAsJsonObject("values").get("amount").getAsBigDecimal())
                .isEqualByComparingTo("1300.5");
    }

    @Test
    void editThatIsRefusedLeavesThePlanAsItIs() {
        JsonObject turn = turn(ADD);
        String planId = turn.getAsJsonObject("reply")
                .getAsJsonObject("plan")
                .get("planId")
                .getAsString();
        String edit =
                workspace + "/conversations/" + turn.get("conversationId").getAsString() + "/plans/" + planId + "/edit";

        for (String body : List.of(
                "{\"values\": []}",
                "{\"values\": [{\"step\": \"s1\", \"field\": \"amount\", \"value\": \"a lot\"}]}",
                "{\"values\": [{\"step\": \"s1\", \"field\": \"amount\", \"value\": \"1200\"}]}",
                "{\"values\": [{\"step\": \"s9\", \"field\": \"amount\", \"value\": \"1\"}]}")) {
            assertThat(client.post(edit, body).status()).as(body).isEqualTo(400);
        }
        assertThat(client.get(workspace + "/plans/" + planId).text("status")).isEqualTo("PROPOSED");
        assertThat(turns(turn.get("conversationId").getAsString())).hasSize(2);
    }

    @Test
    void suggestionsAreOfTheWorkspacesTablesAndOfWhatWasSaid() {
        client.say(workspace, ADD);
        JsonObject suggestions =
                client.get(workspace + "/suggestions").having(200).json();

        List<String> examples = texts(suggestions.getAsJsonArray("examples"));
        assertThat(examples).contains("show invoices", "how many invoices per status");
        assertThat(texts(suggestions.getAsJsonArray("recent"))).containsExactly(ADD, TABLE);
        examples.forEach(
                example -> assertThat(client.say(workspace, example).get("kind").getAsString())
                        .as(example)
                        .isNotIn("refusal", "question"));
    }

    @Test
    void lastTurnAloneHasFollowUps() {
        client.run(workspace, ADD);
        JsonObject shown = turn("show invoices");

        List<JsonObject> turns = turns(shown.get("conversationId").getAsString());

        assertThat(texts(turns.get(1).getAsJsonArray("followUps"))).isEmpty();
        assertThat(texts(turns.get(2).getAsJsonArray("followUps"))).contains("how many invoices per status");
    }

    private void askScriptedModel() {
        JsonObject policy = new JsonObject();
        policy.add("providers", JsonParser.parseString("[\"scripted\"]"));
        policy.addProperty("zeroRetention", false);
        policy.addProperty("tokensPerDay", 1_000_000);
        client.execute(
                        workspace,
                        client.post(workspace + "/plans", Client.plan("assistant.policy.set", policy))
                                .having(201)
                                .json())
                .having(200);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JsonObject turn(String sentence) {
        return client.post(workspace + "/turns", Client.object("text", sentence))
                .having(201)
                .json();
    }

    private List<JsonObject> turns(String conversation) {
        return client.get(workspace + "/conversations/" + conversation + "/turns")
                .having(200)
                .list("turns");
    }

    private List<Event> stream(String sentence) {
        Answer answer = client.post(workspace + "/turns/stream", Client.object("text", sentence))
                .having(200);
        assertThat(answer.type()).startsWith("text/event-stream");
        List<Event> events = new ArrayList<>();
        for (String block : answer.body().strip().split("\n\n", -1)) {
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line : block.split("\n", -1)) {
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()));
                }
            }
            events.add(new Event(name, JsonParser.parseString(data.toString()).getAsJsonObject()));
        }
        return events;
    }

    private static List<String> stages(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("progress"))
                .map(event -> event.data().get("stage").getAsString())
                .toList();
    }

    private static Map<String, String> sources(JsonObject reply) {
        Map<String, String> sources = new HashMap<>();
        Answer.objects(reply.getAsJsonObject("why").getAsJsonArray("origins"))
                .forEach(origin -> sources.put(
                        origin.get("field").getAsString(), origin.get("source").getAsString()));
        return sources;
    }

    private static List<String> texts(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.getAsString())
                .toList();
    }
}
