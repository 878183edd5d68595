package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Hostile plans: none breaks the product, and none changes anything but the list of plans that wait. A failure names the seed of the body;
 * {@code FRONTLESS_FUZZ_SEED} with {@code FRONTLESS_FUZZ=1} sends it again.
 */
@SystemTest
class PlanFuzzIT {
    private static final int SENDERS = 4;
    private static final int BODIES_BETWEEN_COUNTS = 300;
    private static final int SHOWN_CHARS = 2_000;
    private static final Pattern INNARDS = Pattern.compile(
            "io\\.frontless|java\\.lang|java\\.util|jakarta\\.|Exception|frontless_app|SQLSTATE|ERROR:");

    private static final String TABLES = """
            {"operations": [
              {"op": "entity.create", "params": {"entity": "client", "label": "Client", "fields": [
                {"label": "Name", "type": "text", "required": true, "unique": true}, {"label": "Country", "type": "text"}]}},
              {"op": "entity.create", "params": {"entity": "invoice", "label": "Invoice", "fields": [
                {"label": "Number", "type": "text", "required": true, "unique": true}, {"label": "Terms", "type": "long_text"},
                {"label": "Copies", "type": "integer"}, {"label": "Discount", "type": "decimal"}, {"label": "Amount", "type": "money"},
                {"label": "Due date", "type": "date"}, {"label": "Sent at", "type": "datetime"}, {"label": "Urgent", "type": "boolean"},
                {"label": "Status", "type": "choice", "options": ["pending", "paid", "late"]}, {"label": "Mail", "type": "email"},
                {"label": "Phone", "type": "phone"}, {"label": "Page", "type": "url"}, {"label": "Year", "type": "integer"},
                {"label": "Client", "type": "reference", "target": "client"}]}},
              {"op": "record.create", "params": {"entity": "client", "values": {"name": "Acme", "country": "DE"}}},
              {"op": "record.create", "params": {"entity": "client", "values": {"name": "Zeta", "country": "AT"}}},
              {"op": "record.create", "params": {"entity": "invoice", "values": {"number": "INV-1", "amount": 10, "client": "Acme"}}},
              {"op": "record.create", "params": {"entity": "invoice", "values": {"number": "INV-2", "status": "late", "client": "Zeta"}}},
              {"op": "view.create", "params": {"entity": "invoice", "view": {"key": "open", "label": "Open"}}},
              {"op": "constraint.create", "params": {"entity": "invoice", "constraint":
                {"key": "per_client", "label": "Number per client", "fields": ["client", "number"]}}},
              {"op": "role.create", "params": {"role": "sales", "label": "Sales", "grants": [{"entity": "*", "permissions": ["read"]}]}},
              {"op": "savepoint.create", "params": {"savepoint": "before the import"}}]}
            """;

    private final RunningProduct product;
    private final Client client;
    private final String workspace;
    private final HostilePlans plans;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();

    PlanFuzzIT(RunningProduct product) {
        this.product = product;
        client = Client.signedIn(product);
        workspace = client.found("Hostile");
        client.execute(
                        workspace,
                        client.post(workspace + "/plans", TABLES).having(201).json())
                .having(200);
        List<String> ids = new ArrayList<>();
        for (String entity : List.of("client", "invoice")) {
            client.get(workspace + "/entities/" + entity + "/records")
                    .list("records")
                    .forEach(record -> ids.add(record.get("id").getAsString()));
        }
        plans = new HostilePlans(ids);
    }

    @Test
    void hostilePlansAreRefusedOrProposedAndChangeNothing() {
        int bodies = setting("FRONTLESS_FUZZ", 600);
        int first = setting("FRONTLESS_FUZZ_SEED", 1);
        List<String> before = StoredRows.allBut(product.database(), workspace, "plan", "refused_attempt");
        int plansBefore = StoredRows.count(product.database(), workspace, "plan");
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

        try {
            for (int from = first; from < first + bodies; from += BODIES_BETWEEN_COUNTS) {
                int to = Math.min(first + bodies, from + BODIES_BETWEEN_COUNTS);
                all(senders, from, to);

                String seeds = "after the bodies " + from + " to " + (to - 1);
                assertThat(StoredRows.allBut(product.database(), workspace, "plan", "refused_attempt"))
                        .as(seeds)
                        .isEqualTo(before);
                assertThat(StoredRows.count(product.database(), workspace, "plan"))
                        .as("plans that wait, " + seeds)
                        .isEqualTo(plansBefore + accepted.size());
            }
        } finally {
            senders.shutdownNow();
        }

        if (bodies >= BODIES_BETWEEN_COUNTS) {
            assertThat(accepted).as("plans that are right are among them").isNotEmpty();
            assertThat(refused.get()).isPositive();
        }
    }

    private void all(ExecutorService senders, int from, int to) {
        AtomicInteger next = new AtomicInteger(from);
        CompletableFuture<?>[] all = new CompletableFuture<?>[SENDERS];
        for (int sender = 0; sender < SENDERS; sender++) {
            all[sender] = CompletableFuture.runAsync(
                    () -> {
                        for (int seed = next.getAndIncrement(); seed < to; seed = next.getAndIncrement()) {
                            send(seed);
                        }
                    },
                    senders);
        }
        CompletableFuture.allOf(all).join();
    }

    private void send(int seed) {
        byte[] body = plans.body(seed);
        try {
            Answer answer =
                    client.send("POST", workspace + "/plans", BodyPublishers.ofByteArray(body), "application/json");
            if (answer.status() == 201) {
                JsonObject plan = answer.json();
                assertThat(plan.get("status").getAsString()).isEqualToIgnoringCase("proposed");
                accepted.add(plan.get("planId").getAsString());
            } else {
                assertThat(answer.status()).isBetween(400, 499);
                assertThat(answer.type()).startsWith("application/problem+json");
                assertThat(answer.text("reason")).isNotBlank();
                assertThat(answer.body()).doesNotContainPattern(INNARDS);
                refused.incrementAndGet();
            }
        } catch (AssertionError | RuntimeException e) {
            String text = new String(body, StandardCharsets.UTF_8);
            throw new AssertionError(
                    "seed " + seed + ": " + text.substring(0, Math.min(SHOWN_CHARS, text.length())) + "\n"
                            + e.getMessage(),
                    e);
        }
    }

    private static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
