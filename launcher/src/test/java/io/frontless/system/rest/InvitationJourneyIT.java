package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The way of somebody who is invited: by a mailed link into the workspace, kept out, let in, removed, brought back, and out again. */
@SystemTest
class InvitationJourneyIT {
    private static final String NEVER = "workspaces/01900000-0000-7000-8000-000000000000";

    private final RunningProduct product;

    InvitationJourneyIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void invitedPersonComesAndGoes() {
        Client owner = Client.signedIn(product);
        String workspace = owner.found("Invited Works");
        owner.run(workspace, "create a table Item with code");
        String email = "guest-" + UUID.randomUUID() + "@works.example";
        run(owner, workspace, "member.invite", "{\"email\": \"" + email + "\", \"role\": \"MEMBER\"}");
        Client guest = new Client(product);
        String token = guest.mailedToken(email, "invitation");

        guest.accept(token).having(401);
        guest.register(email).having(202);
        guest.confirm(email).having(204);
        guest.signIn(email).having(201);
        assertThat(guest.get(workspace + "/entities").status()).isEqualTo(404);
        Answer joined = guest.accept(token).having(201);

        assertThat("workspaces/" + joined.text("workspaceId")).isEqualTo(workspace);
        assertThat(joined.text("label")).isEqualTo("Invited Works");
        guest.get(workspace + "/entities").having(200);
        assertThat(guest.accept(token).status()).as("used").isEqualTo(404);
        String member = member(owner, workspace, "members", email);

        run(owner, workspace, "member.suspend", member);
        for (String path : List.of("/entities", "/events", "/me", "/members", "/entities/item/records")) {
            Answer kept = guest.get(workspace + path);
            Answer never = guest.get(NEVER + path);
            assertThat(kept.status()).as(path).isEqualTo(404);
            assertThat(kept.body().replace(workspace.substring(11), NEVER.substring(11)))
                    .as(path)
                    .isEqualTo(never.body());
        }
        guest.post(workspace + "/turns", Client.object("text", "show all items"))
                .having(404);
        assertThat(guest.get("workspaces").having(200).list("workspaces")).isEmpty();
        run(owner, workspace, "member.resume", member);
        guest.get(workspace + "/entities").having(200);
        run(owner, workspace, "member.remove", member);
        assertThat(guest.get(workspace + "/entities").status()).isEqualTo(404);
        run(owner, workspace, "member.restore", member(owner, workspace, "former", email));
        guest.get(workspace + "/entities").having(200);
        run(guest, workspace, "member.leave", "{}");
        assertThat(guest.get(workspace + "/entities").status()).isEqualTo(404);
        requireTokenNowhere(owner, workspace, token);
    }

    @Test
    void invitationForAnotherAddressIsToldAndStays() {
        Client owner = Client.signedIn(product);
        String workspace = owner.found("Another");
        String email = "right-" + UUID.randomUUID() + "@works.example";
        run(owner, workspace, "member.invite", "{\"email\": \"" + email + "\", \"role\": \"VIEWER\"}");
        Client wrong = Client.signedIn(product);
        String token = wrong.mailedToken(email, "invitation");

        Answer refused = wrong.accept(token).having(403);

        assertThat(refused.text("detail")).contains("another address");
        assertThat(owner.get(workspace + "/invitations").having(200).list("invitations"))
                .hasSize(1);
        assertThat(wrong.accept("x".repeat(43)).having(404).text("detail")).contains("does not work");
        wrong.post("invitations/acceptance", "{\"token\": 1}").having(400);
        wrong.post("invitations/acceptance", "{}").having(400);
    }

    @Test
    void badInvitationsAreRefusedWithTheField() {
        Client owner = Client.signedIn(product);
        String workspace = owner.found("Bad");

        for (String params : List.of(
                "{\"email\": \"a@gmail.com\", \"role\": \"MEMBER\"}",
                "{\"email\": \"no address\", \"role\": \"MEMBER\"}",
                "{\"email\": \"a\\u0000b@works.example\", \"role\": \"MEMBER\"}",
                "{\"role\": \"MEMBER\"}")) {
            Answer refused = propose(owner, workspace, "member.invite", params).having(400);
            assertThat(refused.list("errors").get(0).get("field").getAsString()).endsWith("email");
        }
        propose(owner, workspace, "policy.set", "{\"requireSecondFactor\": true, \"sessionIdleHours\": 25}")
                .having(400);
        propose(owner, workspace, "member.invite", "{\"email\": \"a@works.example\", \"role\": \"nobody\"}")
                .having(404);
        run(owner, workspace, "policy.set", "{\"requireSecondFactor\": false, \"sessionIdleHours\": 8}");
        assertThat(owner.get(workspace + "/policy")
                        .having(200)
                        .json()
                        .get("sessionIdleHours")
                        .getAsInt())
                .isEqualTo(8);
    }

    private static void requireTokenNowhere(Client owner, String workspace, String token) {
        String told = owner.get(workspace + "/events?limit=200").having(200).body()
                + owner.get(workspace + "/members").having(200).body()
                + owner.get(workspace + "/invitations").having(200).body();
        assertThat(told).contains("member.invite", "member.join").doesNotContain(token);
    }

    private static String member(Client owner, String workspace, String list, String email) {
        return owner.get(workspace + "/members").having(200).list(list).stream()
                .filter(one -> one.get("email").getAsString().equals(email))
                .map(one -> "{\"member\": " + one.get("member") + "}")
                .findFirst()
                .orElseThrow();
    }

    private static void run(Client client, String workspace, String operation, String params) {
        client.execute(
                        workspace,
                        propose(client, workspace, operation, params)
                                .having(201)
                                .json())
                .having(200);
    }

    private static Answer propose(Client client, String workspace, String operation, String params) {
        JsonObject step = new JsonObject();
        step.addProperty("op", operation);
        step.add("params", JsonParser.parseString(params));
        JsonArray steps = new JsonArray();
        steps.add(step);
        JsonObject plan = new JsonObject();
        plan.add("operations", steps);
        return client.post(workspace + "/plans", plan);
    }
}
