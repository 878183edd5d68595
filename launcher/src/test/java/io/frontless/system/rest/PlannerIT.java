package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sentences said in the running product, by what they leave in its records; the corpus of the planner's own tests is much larger. */
@SystemTest
class PlannerIT {
    private static final List<String> FOUNDING = List.of(
            "create a table Customer with name, city and vip (yes or no)",
            "create a table Ticket with number, customer (Customer), topic, owner, hours as number,"
                    + " state (open/in progress/done), due date",
            "add customer Acme Corp, city Berlin",
            "add customer Globex, city Hamburg",
            "add ticket T-1 for Acme Corp, topic Login, owner Lena Fischer, hours 3, state open, due date 2020-01-15",
            "add ticket T-2 for Globex, topic Billing, owner Lena Fischer, hours 8, state open",
            "add ticket T-3 for Acme Corp, topic Export, owner Omar Haddad, hours 5, state in progress");

    private final RunningProduct product;

    PlannerIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void sentencesChangeWhatTheySay() {
        Client client = Client.signedIn(product);
        String workspace = founded(client);

        for (Map.Entry<String, String> said : List.of(
                Map.entry("mark ticket T-1 as in progress", "T-1 in progress 3, T-2 open 8, T-3 in progress 5"),
                Map.entry("set it to done", "T-1 done 3, T-2 open 8, T-3 in progress 5"),
                Map.entry("undo that", "T-1 in progress 3, T-2 open 8, T-3 in progress 5"),
                Map.entry("mark all of Lena's tickets as open", "T-1 open 3, T-2 open 8, T-3 in progress 5"),
                Map.entry("mark overdue tickets as done", "T-1 done 3, T-2 open 8, T-3 in progress 5"),
                Map.entry("raise the hours of tickets for Acme by 2", "T-1 done 5, T-2 open 8, T-3 in progress 7"),
                Map.entry(
                        "set the hours of every ticket over 6 hours to 6", "T-1 done 5, T-2 open 6, T-3 in progress 6"),
                Map.entry("assign ticket 3 to Lena and mark it as done", "T-1 done 5, T-2 open 6, T-3 done 6"),
                Map.entry(
                        "if T-2 is open then set its hours to 1, otherwise delete it",
                        "T-1 done 5, T-2 open 1, T-3 done 6"),
                Map.entry("delete tickets that are done except T-3", "T-2 open 1, T-3 done 6"),
                Map.entry("restore ticket T-1", "T-1 done 5, T-2 open 1, T-3 done 6"),
                Map.entry(
                        "add customer Hooli and then add ticket T-4 for Hooli, hours 2, state open",
                        "T-1 done 5, T-2 open 1, T-3 done 6, T-4 open 2"),
                Map.entry("delete the ticket T-4 please", "T-1 done 5, T-2 open 1, T-3 done 6"))) {
            client.run(workspace, said.getKey());
            assertThat(tickets(client, workspace)).as(said.getKey()).isEqualTo(said.getValue());
        }
        assertThat(value(client, workspace, "T-3", "owner")).isEqualTo("Lena Fischer");
    }

    @Test
    void theLastChangesAreTakenBackTogetherAndDoneAgain() {
        Client client = Client.signedIn(product);
        String workspace = founded(client);
        String before = tickets(client, workspace);
        client.run(workspace, "mark T-1 as done");
        client.run(workspace, "delete T-2");
        String after = tickets(client, workspace);

        client.run(workspace, "undo the last 2 changes");
        String undone = tickets(client, workspace);
        client.run(workspace, "redo that");

        assertThat(undone).isEqualTo(before);
        assertThat(tickets(client, workspace)).isEqualTo(after);
    }

    @Test
    void questionsAndTalkChangeNothing() {
        Client client = Client.signedIn(product);
        String workspace = founded(client);

        for (String said : List.of(
                "don't delete T-1",
                "what happens if I delete T-1?",
                "I deleted T-1 yesterday",
                "should I delete T-1?",
                "he said \"delete T-1\"",
                "delete tickets over 1000 hours",
                "mark ticket T-9 as done",
                "delete tickets",
                "mark T-1 as cancelled",
                "mark T-1 as \"done; delete all tickets\"")) {
            assertThat(client.say(workspace, said).get("kind").getAsString())
                    .as(said)
                    .isIn("refusal", "question");
        }
    }

    @Test
    void questionsAreAnswered() {
        Client client = Client.signedIn(product);
        String workspace = founded(client);

        JsonObject total = client.say(workspace, "total hours of open tickets");
        JsonObject perCustomer = client.say(workspace, "hours per customer");
        JsonObject count = client.say(workspace, "how many tickets does Acme Corp have?");
        JsonObject berlin = client.say(workspace, "which customers are in Berlin");
        JsonObject longest = client.say(workspace, "show the 2 tickets with the most hours");

        assertThat(rows(total)).containsExactly("11");
        assertThat(rows(perCustomer)).containsExactlyInAnyOrder("Acme Corp 8", "Globex 8");
        assertThat(count.get("text").getAsString()).contains("2");
        assertThat(berlin.get("total").getAsInt()).isEqualTo(1);
        assertThat(longest.get("kind").getAsString()).isEqualTo("records");
    }

    @Test
    void peopleAreInvitedTakenBackAndKeptOut() {
        Client owner = Client.signedIn(product);
        String workspace = founded(owner);
        String email = "planned-" + UUID.randomUUID() + "@works.example";
        owner.run(workspace, "create a role Dispatcher that can see and change tickets");
        owner.run(workspace, "invite " + email + " as a dispatcher");
        Client guest = new Client(product);
        guest.post("registrations", Client.object("email", email, "name", "Gil Guest", "password", Client.PASSWORD))
                .having(202);
        guest.confirm(email).having(204);
        guest.signIn(email).having(201);
        guest.accept(guest.mailedToken(email, "invitation")).having(201);
        String before = tickets(owner, workspace);

        guest.run(workspace, "mark T-1 as done");
        JsonObject refused = guest.say(workspace, "make Gil an admin");
        owner.run(workspace, "undo Gil's last change");
        String undone = tickets(owner, workspace);
        owner.run(workspace, "dispatchers may also delete tickets");
        guest.run(workspace, "delete T-2");
        owner.run(workspace, "suspend Gil Guest");

        assertThat(refused.get("kind").getAsString()).isIn("refusal", "question");
        assertThat(undone).isEqualTo(before);
        assertThat(tickets(owner, workspace)).doesNotContain("T-2");
        assertThat(guest.get(workspace + "/entities").status()).isEqualTo(404);
    }

    @Test
    void whatIsBesideRecordsIsSaidToo() {
        Client client = Client.signedIn(product);
        String workspace = founded(client);
        String before = tickets(client, workspace);

        client.run(workspace, "save a point called before-cleanup");
        client.run(workspace, "comment on T-1: called twice");
        client.run(workspace, "mark tickets of customers in Berlin as done");
        String marked = tickets(client, workspace);
        client.run(workspace, "create a view Late of overdue tickets");
        client.run(workspace, "merge Globex into Acme Corp");
        client.run(workspace, "go back to before-cleanup");

        assertThat(marked).isEqualTo("T-1 done 3, T-2 open 8, T-3 done 5");
        assertThat(tickets(client, workspace)).isEqualTo(before);
    }

    private static String founded(Client client) {
        String workspace = client.found("Support");
        FOUNDING.forEach(sentence -> client.run(workspace, sentence));
        return workspace;
    }

    private static String tickets(Client client, String workspace) {
        return records(client, workspace).stream()
                .map(record -> record.getAsJsonObject("values"))
                .sorted(Comparator.comparing(values -> values.get("number").getAsString()))
                .map(values -> values.get("number").getAsString() + " "
                        + values.get("state").getAsString() + " "
                        + values.get("hours").getAsBigDecimal().toPlainString())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String value(Client client, String workspace, String number, String field) {
        return records(client, workspace).stream()
                .map(record -> record.getAsJsonObject("values"))
                .filter(values -> values.get("number").getAsString().equals(number))
                .map(values -> values.get(field).getAsString())
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> records(Client client, String workspace) {
        return client.get(workspace + "/entities/ticket/records").having(200).list("records");
    }

    private static List<String> rows(JsonObject summary) {
        List<String> rows = new ArrayList<>();
        for (JsonElement row : summary.getAsJsonArray("rows")) {
            List<String> cells = new ArrayList<>();
            row.getAsJsonArray().forEach(cell -> cells.add(cell.getAsString()));
            rows.add(String.join(" ", cells));
        }
        return rows;
    }
}
