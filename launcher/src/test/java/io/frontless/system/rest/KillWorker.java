package io.frontless.system.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who changes invoices of their own, one request after the other, until nobody answers any more. */
final class KillWorker implements Runnable {

    /**
     * A change that was answered as done: of one event where it was done at once, of a plan otherwise.
     *
     * @param version the record's version after it; of a plan, the number of its changes
     */
    record Acknowledged(@Nullable UUID eventId, @Nullable UUID planId, long version) {}

    /** A request that can be sent again. */
    private record Sent(String method, String path, String body, String key) {}

    private final Client client;
    private final String workspace;
    private final Random random;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> living = new ArrayList<>();
    private @Nullable Sent last;

    KillWorker(Client client, String workspace, long seed) {
        this.client = client;
        this.workspace = workspace;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (true) {
                if (random.nextInt(4) == 0 && !living.isEmpty()) {
                    plan();
                } else {
                    command();
                }
            }
        } catch (UncheckedIOException nobodyThere) {
            // The server is gone.
        }
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    UUID workspaceId() {
        return UUID.fromString(workspace.replace("workspaces/", ""));
    }

    /** The key of the last request that was sent, answered or not. */
    String lastKey() {
        return Objects.requireNonNull(last).key();
    }

    /** Sends the last request once more. */
    Answer repeatLast(Client again) {
        return send(again, Objects.requireNonNull(last));
    }

    private void command() {
        String records = workspace + "/entities/invoice/records";
        String key = UUID.randomUUID().toString();
        if (living.size() < 3 || random.nextInt(3) == 0) {
            JsonObject values = Client.object("number", "INV-" + key, "client", "Acme");
            last = new Sent("POST", records, values(values), key);
        } else if (random.nextInt(5) == 0) {
            last = new Sent("DELETE", records + "/" + living.remove(random.nextInt(living.size())), "", key);
        } else {
            last = new Sent("PATCH", records + "/" + any(), values(Client.object("client", "Client " + key)), key);
        }
        Answer answer = send(client, last);
        requireDone(answer);
        if (last.method().equals("POST")) {
            living.add(answer.text("id"));
        }
        acknowledged.add(new Acknowledged(
                answer.id("eventId"), null, answer.json().get("version").getAsLong()));
    }

    /** Changes all of the living ones by one plan. */
    private void plan() {
        JsonArray operations = new JsonArray();
        String newClient = "Client " + UUID.randomUUID();
        for (String id : living) {
            JsonObject params = Client.object("entity", "invoice", "id", id);
            params.add("values", Client.object("client", newClient));
            JsonObject operation = Client.object("op", "record.update");
            operation.add("params", params);
            operations.add(operation);
        }
        JsonObject body = new JsonObject();
        body.add("operations", operations);
        Answer proposed = client.post(workspace + "/plans", body);
        requireDone(proposed);
        Answer executed = client.execute(workspace, proposed.json());
        requireDone(executed);
        acknowledged.add(new Acknowledged(null, executed.id("planId"), operations.size()));
    }

    private static Answer send(Client client, Sent sent) {
        Map<String, String> key = Map.of("Idempotency-Key", sent.key());
        return switch (sent.method()) {
            case "POST" -> client.post(sent.path(), sent.body(), key);
            case "PATCH" -> client.patch(sent.path(), sent.body(), key);
            default -> client.delete(sent.path(), key);
        };
    }

    private static void requireDone(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("Nobody else is at these records: " + answer);
        }
    }

    private String any() {
        return living.get(random.nextInt(living.size()));
    }

    private static String values(JsonObject values) {
        JsonObject body = new JsonObject();
        body.add("values", values);
        return body.toString();
    }
}
