package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people do over REST what cannot be taken back; whoever comes from elsewhere, or is a program, has no part in it. */
@SystemTest
class ApprovalsIT {
    private static final String TABLE = """
            {"operations": [
              {"op": "entity.create", "params": {"entity": "thing", "label": "Thing", "fields": [
                {"label": "Name", "type": "text", "required": true}, {"label": "Note", "type": "text"}]}},
              {"op": "record.create", "params": {"entity": "thing", "values": {"name": "One", "note": "Zebedee"}}}]}
            """;

    private final RunningProduct product;

    ApprovalsIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void redactionIsAskedForApprovedAndExecuted() {
        Company company = Company.founded(product);
        Client owner = company.owner;
        String here = company.workspace;
        JsonObject plan = redaction(company);
        String id = plan.get("planId").getAsString();
        String execution = here + "/plans/" + id + "/execution";

        Answer alone =
                owner.post(here + "/approvals", Client.object("plan", id)).having(409);
        assertThat(alone.text("reason")).isEqualTo("HELD");
        assertThat(alone.text("detail")).contains("invite somebody, and give them a role with this right");
        Client admin = member(company, "admin", "ADMIN");
        Answer held = owner.execute(here, plan).having(409);
        assertThat(held.text("reason")).isEqualTo("HELD");
        assertThat(held.text("detail")).contains("none; ask for it");
        JsonObject asked = owner.post(here + "/approvals", Client.object("plan", id))
                .having(201)
                .json();
        assertThat(asked.get("state").getAsString()).isEqualTo("PENDING");
        assertThat(asked.get("mayDecide").getAsBoolean()).isFalse();

        admin.get(here + "/plans/" + id).having(404);
        assertThat(admin.get(here + "/approvals").having(200).list("approvals"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.get("mayDecide").getAsBoolean()).isTrue());
        JsonObject seen =
                admin.get(here + "/approvals/" + id).having(200).json().getAsJsonObject("plan");
        assertThat(seen.get("changes")).isEqualTo(plan.get("changes"));
        assertThat(seen.get("hash")).isEqualTo(plan.get("hash"));
        decide(owner, company, id, seen, "approve").having(403);
        admin.post(here + "/approvals/" + id + "/decision", Client.object("hash", hash(seen)))
                .having(400);
        admin.post(here + "/approvals/" + id + "/decision", Client.object("hash", "0f", "verdict", "approve"))
                .having(409);
        JsonObject decided =
                decide(admin, company, id, seen, "approve").having(200).json();
        assertThat(decided.getAsJsonObject("decision").get("reason").getAsString())
                .isEqualTo("There is a letter");
        decide(admin, company, id, seen, "refuse").having(409);

        owner.post(execution, "{}").having(400);
        owner.execute(here, plan).having(200);
        assertThat(owner.get(here + "/approvals/" + id).text("state")).isEqualTo("EXECUTED");
        assertThat(owner.get(here + "/events?entity=thing").body()).doesNotContain("Zebedee");
        assertThat(owner.get(here + "/events?action=approval.decide").body()).contains(id, "There is a letter");
        admin.delete(here + "/approvals/" + id).having(409);
    }

    @Test
    void strangersAndProgramsHaveNoPartInIt() {
        Company company = Company.founded(product);
        member(company, "admin", "ADMIN");
        JsonObject plan = redaction(company);
        String id = plan.get("planId").getAsString();
        company.owner
                .post(company.workspace + "/approvals", Client.object("plan", id))
                .having(201);
        Client stranger = Client.signedIn(product);
        String own = stranger.found("Own");
        Client program = new Client(product)
                .withToken(Program.in(product, company.owner, company.workspace, "ADMIN")
                        .token());

        for (String approval : List.of("/approvals/" + id, "/approvals/01900000-0000-7000-8000-000000000000")) {
            stranger.get(own + approval).having(404);
            stranger.delete(own + approval).having(404);
            decide(stranger, own + approval, plan, "approve").having(404);
        }
        stranger.get(company.workspace + "/approvals").having(404);
        decide(program, company, id, plan, "approve").having(403);
        program.post(company.workspace + "/approvals", Client.object("plan", id))
                .having(403);
        assertThat(company.owner.get(company.workspace + "/approvals/" + id).text("state"))
                .isEqualTo("PENDING");
    }

    private static JsonObject redaction(Company company) {
        Client owner = company.owner;
        String here = company.workspace;
        owner.execute(here, owner.post(here + "/plans", TABLE).having(201).json())
                .having(200);
        String record = owner.get(here + "/entities/thing/records")
                .having(200)
                .list("records")
                .get(0)
                .get("id")
                .getAsString();
        JsonObject emptied =
                owner.post(here + "/plans", """
                        {"operations": [{"op": "record.update", "params": {"entity": "thing", "id": "%s", "values": {"note": null}}}]}
                        """.formatted(record)).having(201).json();
        owner.execute(here, emptied).having(200);
        return owner.post(here + "/plans", """
                        {"operations": [{"op": "event.redact", "params": {"entity": "thing", "record": "%s", "fields": ["note"], "reason": "asked for"}}]}
                        """.formatted(record)).having(201).json();
    }

    private static Client member(Company company, String name, String role) {
        Client person = company.person(name);
        company.run("member.invite", Client.object("email", company.address(name), "role", role));
        person.accept(person.mailedToken(company.address(name), "invitation")).having(201);
        return person;
    }

    private static Answer decide(Client client, Company company, String id, JsonObject plan, String verdict) {
        return decide(client, company.workspace + "/approvals/" + id, plan, verdict);
    }

    private static Answer decide(Client client, String approval, JsonObject plan, String verdict) {
        return client.post(
                approval + "/decision",
                Client.object("hash", hash(plan), "verdict", verdict, "reason", "There is a letter"));
    }

    private static String hash(JsonObject plan) {
        return plan.get("hash").getAsString();
    }
}
