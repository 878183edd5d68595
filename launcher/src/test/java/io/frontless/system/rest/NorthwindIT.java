package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.Distribution;
import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A real small business's files: imported, asked and changed. The tests share one import, which the last one takes back, in a product of their own, whose
 * memory holds nothing but this.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NorthwindIT {
    private static final long RESIDENT_MAX = 700L * 1024 * 1024;
    private static final String PHONE = "030-0074321";

    private final RunningProduct product;
    private final Client client;
    private final String workspace;

    NorthwindIT() {
        Assumptions.assumeTrue(
                files().isPresent(), "Northwind's files are not here: ../shared/data/northwind beside the project");
        this.product = RunningProduct.start(
                Distribution.built(), Workplace.create("northwind").resolve("data"));
        this.client = Client.signedIn(product);
        this.workspace = client.found("Northwind");
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @BeforeAll
    void importAll() throws IOException {
        importFile("customers.csv", "Customer");
        importFile("products.csv", "Product");
        importFile("orders.csv", "Order");
        importFile("order-details.csv", "Order line");
    }

    @Test
    @Order(1)
    void everyRowBecomesARecord() {
        assertThat(total("customer", "")).isEqualTo(91);
        assertThat(total("product", "")).isEqualTo(77);
        assertThat(total("order", "")).isEqualTo(830);
        assertThat(total("order_line", "")).isEqualTo(2155);
    }

    @Test
    @Order(1)
    void memoryStaysWithinItsBound() {
        assertThat(product.residentBytes()).isLessThanOrEqualTo(RESIDENT_MAX);
    }

    @Test
    @Order(1)
    void referencesPointToTheRecordsThatTheFilesName() {
        JsonObject order = records("order", "?order_id=10248").get(0);
        List<JsonObject> lines =
                records("order_line", "?order_id=" + order.get("id").getAsString());

        String customer = order.getAsJsonObject("values").get("customer_id").getAsString();
        assertThat(customer)
                .isEqualTo(records("customer", "?customer_id=VINET")
                        .get(0)
                        .get("id")
                        .getAsString());
        assertThat(order.getAsJsonObject("titles").get(customer).getAsString()).isEqualTo("VINET");
        assertThat(lines).hasSize(3);
        assertThat(lines.stream().map(line -> line.getAsJsonObject("titles")
                        .get(line.getAsJsonObject("values").get("product_id").getAsString())
                        .getAsString()))
                .containsExactlyInAnyOrder("11", "42", "72");
    }

    @Test
    @Order(1)
    void valuesHaveTheTypesThatTheirColumnsShow() {
        JsonObject order = records("order", "?order_id=10248").get(0).getAsJsonObject("values");
        JsonObject customer = records("customer", "?customer_id=ANATR").get(0).getAsJsonObject("values");

        assertThat(order.get("order_date").getAsString()).isEqualTo("1996-07-04");
        assertThat(order.get("freight").getAsBigDecimal()).isEqualByComparingTo("32.38");
        assertThat(order.has("ship_region")).isFalse();
        assertThat(customer.get("city").getAsString()).isEqualTo("México D.F.");
        assertThat(customer.get("postal_code").getAsString()).isEqualTo("05021");
    }

    @Test
    @Order(1)
    void customersOrdersAreCountedByWordsAndByTheApi() {
        JsonObject reply = client.say(workspace, "how many orders does ALFKI have?");
        String alfki =
                records("customer", "?customer_id=ALFKI").get(0).get("id").getAsString();

        assertThat(reply.get("kind").getAsString()).isEqualTo("text");
        assertThat(reply.get("text").getAsString()).isEqualTo("ALFKI has 6 orders");
        assertThat(total("order", "?customer_id=" + alfki)).isEqualTo(6);
    }

    @Test
    @Order(2)
    void phoneIsChangedByWordsAndUndone() {
        client.run(workspace, "change the phone of customer ALFKI to 030-1111111");
        String changed = phone();
        client.run(workspace, "undo that");

        assertThat(changed).isEqualTo("030-1111111");
        assertThat(phone()).isEqualTo(PHONE);
    }

    @Test
    @Order(2)
    void phoneIsChangedByTheApiAndUndone() {
        String id = records("customer", "?customer_id=ALFKI").get(0).get("id").getAsString();
        String plan = """
                {"operations": [{"op": "record.update",
                  "params": {"entity": "customer", "id": "%s", "values": {"phone": "030-2222222"}}}]}
                """.formatted(id);

        JsonObject proposed =
                client.post(workspace + "/plans", plan).having(201).json();
        client.execute(workspace, proposed).having(200);
        String changed = phone();
        Answer undo = client.post(
                        workspace + "/undo",
                        Client.object("plan", proposed.get("planId").getAsString()))
                .having(201);
        client.execute(workspace, undo.json()).having(200);

        assertThat(changed).isEqualTo("030-2222222");
        assertThat(phone()).isEqualTo(PHONE);
    }

    @Test
    @Order(2)
    void productThatIsOrderedCannotBeDeleted() {
        String id = records("product", "?product_id=11").get(0).get("id").getAsString();
        String plan = """
                {"operations": [{"op": "record.delete", "params": {"entity": "product", "id": "%s"}}]}
                """.formatted(id);

        assertThat(client.post(workspace + "/plans", plan).status()).isEqualTo(409);
    }

    @Test
    @Order(2)
    void fileWithALineThatIsWrongIsNotImportedAndTheLineIsNamed() {
        List<String> before = StoredRows.of(product.database(), workspace);

        Answer answer = propose("Order line", "orderID,productID,unitPrice\n10248,11,1.00\n10248,99999,1.00\n");

        JsonObject error = answer.list("errors").get(0);
        assertThat(answer.json().get("plan").isJsonNull()).isTrue();
        assertThat(error.get("line").getAsInt()).isEqualTo(3);
        assertThat(error.get("field").getAsString()).isEqualTo("product_id");
        assertThat(error.get("found").getAsString()).isEqualTo("99999");
        assertThat(StoredRows.of(product.database(), workspace)).isEqualTo(before);
    }

    @Test
    @Order(3)
    void importIsTakenBackAsOnePlan() {
        JsonObject last = client.get(workspace + "/events?entity=order_line&limit=1")
                .list("events")
                .get(0);

        Answer undo = client.post(
                        workspace + "/undo",
                        Client.object("plan", last.get("plan_id").getAsString()))
                .having(201);
        client.execute(workspace, undo.json()).having(200);

        assertThat(undo.json().get("changeCount").getAsInt()).isEqualTo(2156);
        assertThat(client.get(workspace + "/entities/order_line").status()).isEqualTo(404);
        assertThat(total("order", "")).isEqualTo(830);
    }

    private void importFile(String file, String entity) throws IOException {
        Path csv = files().orElseThrow().resolve(file);
        JsonObject plan =
                propose(entity, Files.readString(csv)).having(201).json().getAsJsonObject("plan");
        client.execute(workspace, plan).having(200);
    }

    private Answer propose(String entity, String csv) {
        return client.send(
                "POST",
                workspace + "/imports?entity=" + entity.replace(" ", "%20"),
                BodyPublishers.ofString(csv),
                "text/csv");
    }

    private String phone() {
        return records("customer", "?customer_id=ALFKI")
                .get(0)
                .getAsJsonObject("values")
                .get("phone")
                .getAsString();
    }

    private int total(String entity, String query) {
        return list(entity, query).json().get("total").getAsInt();
    }

    private List<JsonObject> records(String entity, String query) {
        return list(entity, query).list("records");
    }

    private Answer list(String entity, String query) {
        return client.get(workspace + "/entities/" + entity + "/records" + query)
                .having(200);
    }

    /** Beside the project, or beside any folder that it is in. */
    private static Optional<Path> files() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/northwind"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
