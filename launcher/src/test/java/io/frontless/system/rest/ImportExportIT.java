package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.frontless.system.Deadline;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in and out over HTTP, and the long work that they are. */
@SystemTest
class ImportExportIT {
    private static final String CSV = """
            name,amount,day,moment,paid,note
            "Lamp, big",12.5,2026-12-15,2026-12-15T09:30:00Z,true,=1+1
            Chair,-3,1900-01-01,1999-12-31 23:59:59,false,"two
            lines"
            Desk,,,,,''@home
            """;

    private final RunningProduct product;

    ImportExportIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void csvThatIsExportedAndImportedAgainGivesEqualValues() {
        Client client = Client.signedIn(product);
        String workspace = client.found("Round trip");
        commit(client, workspace, stage(client, workspace, "First", CSV));

        String exported = client.get(workspace + "/entities/first/export?format=csv")
                .having(200)
                .body();
        commit(client, workspace, stage(client, workspace, "Second", exported));

        assertThat(exported).startsWith("name,amount,day,moment,paid,note\r\n").contains("'=1+1", "''@home");
        assertThat(values(client, workspace, "second")).isEqualTo(values(client, workspace, "first"));
        assertThat(values(client, workspace, "first").get(0)).contains("\"paid\":true", "\"amount\":12.5", "=1+1\"");
        assertThat(values(client, workspace, "first").toString()).contains("\"'@home\"");
    }

    @Test
    void exportsAreOfTheFormatAskedFor() {
        Client client = Client.signedIn(product);
        String workspace = client.found("Formats");
        commit(client, workspace, stage(client, workspace, "Thing", CSV));
        String path = workspace + "/entities/thing/export";

        Answer csv = client.get(path + "?bom=true").having(200);
        Answer xlsx = client.get(path + "?format=xlsx").having(200);
        Answer lines = client.post(path, """
                        {"format": "jsonl", "filter": {"field": "paid", "op": "eq", "value": true}, "columns": ["name"]}
                        """).having(200);

        assertThat(csv.type()).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\uFEFFname,");
        assertThat(xlsx.body()).startsWith("PK");
        assertThat(lines.body().lines()).hasSize(1);
        assertThat(JsonParser.parseString(lines.body())
                        .getAsJsonObject()
                        .getAsJsonObject("values")
                        .get("name")
                        .getAsString())
                .isEqualTo("Lamp, big");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?format=pdf", "?bom=perhaps&format=doc"})
    void unknownFormatIsRefused(String query) {
        Client client = Client.signedIn(product);
        String workspace = client.found("Formats");
        commit(client, workspace, stage(client, workspace, "Thing", CSV));

        assertThat(client.get(workspace + "/entities/thing/export" + query).status())
                .isEqualTo(400);
    }

    @Test
    void fileThatIsNoneIsRefused() {
        Client client = Client.signedIn(product);
        String workspace = client.found("Refused");
        String path = workspace + "/imports?entity=Thing";
        String xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

        assertThat(client.send("POST", path, BodyPublishers.ofString("a,b\n1,2\n"), xlsx)
                        .status())
                .isEqualTo(400);
        assertThat(client.send("POST", path, BodyPublishers.ofString(""), "text/csv")
                        .status())
                .isEqualTo(400);
        assertThat(client.send("POST", path, BodyPublishers.ofByteArray(new byte[33 * 1024 * 1024]), "text/csv")
                        .status())
                .isEqualTo(413);
        assertThat(client.send("POST", path, BodyPublishers.ofString("{}"), "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(client.get(workspace + "/imports/01900000-0000-7000-8000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void planIsExecutedAsAJobThatTellsHowFarItIs() {
        Client client = Client.signedIn(product);
        String workspace = client.found("Jobs");
        JsonObject plan = stage(client, workspace, "Thing", CSV).getAsJsonObject("plan");
        JsonObject confirmation = new JsonObject();
        confirmation.add("rows", plan.get("rows"));
        String execution = workspace + "/plans/" + plan.get("planId").getAsString() + "/execution";

        Answer accepted =
                client.sendPreferringAJob(execution, confirmation.toString()).having(202);
        JsonObject job = ended(client, workspace, accepted.text("jobId"));

        assertThat(job.get("state").getAsString()).isEqualTo("done");
        assertThat(job.getAsJsonObject("plan").get("status").getAsString()).isEqualTo("EXECUTED");
        assertThat(values(client, workspace, "thing")).hasSize(3);
        assertThat(client.delete(workspace + "/jobs/" + accepted.text("jobId")).text("state"))
                .isEqualTo("done");
    }

    @Test
    void jobWhoseConfirmationIsWrongHasFailedAndChangedNothing() {
        Client client = Client.signedIn(product);
        String workspace = client.found("Jobs");
        JsonObject plan = stage(client, workspace, "Thing", CSV).getAsJsonObject("plan");
        String execution = workspace + "/plans/" + plan.get("planId").getAsString() + "/execution";

        Answer accepted =
                client.sendPreferringAJob(execution, "{\"rows\": 999}").having(202);
        JsonObject job = ended(client, workspace, accepted.text("jobId"));

        assertThat(job.get("state").getAsString()).isEqualTo("failed");
        assertThat(job.get("reason").getAsString()).isEqualTo("INVALID");
        assertThat(client.get(workspace + "/entities/thing").status()).isEqualTo(404);
    }

    private static JsonObject ended(Client client, String workspace, String jobId) {
        return Deadline.await("the end of the job", Duration.ofMinutes(1), () -> {
            JsonObject job =
                    client.get(workspace + "/jobs/" + jobId).having(200).json();
            return Optional.of(job)
                    .filter(one -> !one.get("state").getAsString().equals("running"));
        });
    }

    private static JsonObject stage(Client client, String workspace, String entity, String csv) {
        return client.send("POST", workspace + "/imports?entity=" + entity, BodyPublishers.ofString(csv), "text/csv")
                .having(201)
                .json();
    }

    private static void commit(Client client, String workspace, JsonObject staged) {
        assertThat(staged.get("wrongRows").getAsInt()).as(staged.toString()).isZero();
        client.execute(workspace, staged.getAsJsonObject("plan")).having(200);
    }

    private static List<String> values(Client client, String workspace, String entity) {
        return client.get(workspace + "/entities/" + entity + "/records").having(200).list("records").stream()
                .map(record -> record.getAsJsonObject("values").toString())
                .toList();
    }
}
