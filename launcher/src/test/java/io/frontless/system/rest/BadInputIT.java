package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is refused with a problem that says what was expected and found, and changes nothing. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final String SCHEMA = """
            {"operations": [
              {"op": "entity.create", "params": {"entity": "item", "label": "Item", "fields": [
                {"label": "Code", "type": "text", "required": true, "unique": true},
                {"label": "Amount", "type": "money"}, {"label": "Size", "type": "integer"},
                {"label": "Kind", "type": "choice", "options": ["red", "blue"]}, {"label": "Day", "type": "date"},
                {"label": "Moment", "type": "datetime"}, {"label": "Mail", "type": "email"},
                {"label": "Link", "type": "url"}, {"label": "Done", "type": "boolean"},
                {"label": "Parent", "type": "reference", "target": "item"}]}},
              {"id": "first", "op": "record.create",
               "params": {"entity": "item", "values": {"code": "First", "amount": 1}}}]}
            """;

    /** What a bug would show: a class name, a stack trace, a table, the database's own words. */
    private static final Pattern INNARDS = Pattern.compile(
            "io\\.frontless|java\\.|jakarta\\.|org\\.|Exception|\\bat [a-z]+\\.|frontless_app|SQLSTATE|ERROR:");

    private final RunningProduct product;
    private final Client client;
    private final String workspace;
    private final String record;

    BadInputIT(RunningProduct product) {
        this.product = product;
        client = Client.signedIn(product);
        workspace = client.found("Bad input");
        JsonObject plan = client.post(workspace + "/plans", SCHEMA).having(201).json();
        client.execute(workspace, plan).having(200);
        record = client.get(workspace + "/entities/item/records")
                .list("records")
                .get(0)
                .get("id")
                .getAsString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.frontless.system.rest.BadInput#values")
    void wrongValueIsRefused(BadInput input) {
        requireRefused(input);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.frontless.system.rest.BadInput#plans")
    void wrongPlanIsRefused(BadInput input) {
        requireRefused(input);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.frontless.system.rest.BadInput#ways")
    void wrongWayInIsRefused(BadInput input) {
        requireRefused(input);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.frontless.system.rest.BadInput#bodies")
    void wrongBodyIsRefused(BadInput input) {
        requireRefused(input);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.frontless.system.rest.BadInput#requests")
    void wrongRequestIsRefused(BadInput input) {
        requireRefused(input);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.frontless.system.rest.BadInput#queries")
    void wrongQueryIsRefused(BadInput input) {
        requireRefused(input);
    }

    @Test
    void allFindingsOfARecordComeAtOnce() {
        Answer answer = client.post(workspace + "/plans", """
                {"operations": [{"op": "record.create",
                  "params": {"entity": "item", "values": {"code": 17, "amount": "much", "nonsense": 1}}}]}
                """);

        assertThat(answer.having(400).list("errors"))
                .extracting(error -> error.get("field").getAsString())
                .containsExactlyInAnyOrder("code", "amount", "nonsense");
    }

    /** The server's own words are none: it refuses before the application is asked. */
    @Test
    void pathWithNulIsRefused() {
        Answer answer = client.get(workspace + "/entities/it%00em");

        assertThat(answer.having(400).body()).doesNotContainPattern(INNARDS);
    }

    @Test
    void wrongConfirmationIsRefusedAndThePlanStaysOpen() {
        JsonObject plan = client.propose(workspace, "create a table Shelf with code and place");
        String execution = workspace + "/plans/" + plan.get("planId").getAsString() + "/execution";
        List<String> before = StoredRows.of(product.database(), workspace);

        for (String confirmation :
                List.of("{}", "{\"rows\": 99}", "{\"rows\": 0.5}", "{\"rows\": \"0\"}", "{\"row\": 0}")) {
            requireProblem(client.post(execution, confirmation), 400, confirmation.contains("row\"") ? null : "rows");
        }
        assertThat(StoredRows.of(product.database(), workspace)).isEqualTo(before);
        client.delete(workspace + "/plans/" + plan.get("planId").getAsString()).having(200);
    }

    private void requireRefused(BadInput input) {
        List<String> before = StoredRows.of(product.database(), workspace);

        Answer answer = client.send(
                input.method(),
                workspace + input.path().replace("{id}", record),
                input.body().apply(record),
                "application/json");

        requireProblem(answer, input.status(), input.field());
        assertThat(StoredRows.of(product.database(), workspace)).isEqualTo(before);
    }

    private static void requireProblem(Answer answer, int status, @Nullable String field) {
        answer.having(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("status").getAsInt()).isEqualTo(status);
        assertThat(answer.json().get("title").getAsString()).isNotBlank();
        assertThat(answer.body()).doesNotContainPattern(INNARDS).hasSizeLessThan(4_000);
        if (field != null) {
            JsonObject error = answer.list("errors").get(0);
            assertThat(error.get("field").getAsString()).as(answer.body()).isEqualTo(field);
            assertThat(error.get("expected").getAsString()).isNotBlank();
            assertThat(error.get("found").getAsString()).isNotNull();
            assertThat(answer.text("detail")).contains(error.get("expected").getAsString());
        }
    }
}
