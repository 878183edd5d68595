package io.frontless.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What it costs to find out who asks. All three answers are a few words that are in memory: an account's, which is known with the session; a role's, which
 * is known with the key; and that which everybody gets. Nothing but authentication asks the database, once.
 */
final class Authentication implements Benchmark {

    private static final String OPEN = "jwks";

    @Override
    public String name() {
        return "authentication";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        bench.settle();
        String workspaceId = bench.person().found("Authentication");
        String ofKey = "workspaces/" + workspaceId + "/me";
        String token = token(bench.person(), workspaceId);
        bench.say(name());
        Duel.Outcome session = bench.duel()
                .fight(
                        1,
                        number -> new RestRead(bench.person(), () -> "account"),
                        number -> new RestRead(bench.person().connect(""), OPEN));
        Duel.Outcome program = bench.duel()
                .fight(
                        1,
                        number -> new RestRead(bench.person().connect(token), ofKey),
                        number -> new RestRead(bench.person().connect(""), OPEN));
        Duel.Outcome asked = bench.duel()
                .fight(
                        1,
                        number -> new RestRead(bench.person(), () -> "account"),
                        number -> new AskedApart(
                                new RestRead(bench.person().connect(""), OPEN),
                                bench.database(),
                                bench.person().tokenHash()));
        return List.of(
                line(name() + "-session", session),
                line(name() + "-token", program),
                line(name() + "-session-asked-apart", asked));
    }

    private static String token(Person person, String workspaceId) throws IOException {
        String params = "{\"label\": \"Bench\", \"role\": \"VIEWER\", \"expiresAt\": \""
                + Instant.now().plus(Duration.ofDays(1)) + "\"}";
        String plan = person.propose(workspaceId, "[{\"op\": \"apikey.create\", \"params\": " + params + "}]");
        String made = person.execute(workspaceId, plan);
        String form = "grant_type=client_credentials&client_id=" + Person.text(made, "key") + "&client_secret="
                + Person.text(made, "secret");
        try (var client = person.connect("")) {
            byte[] body = form.getBytes(StandardCharsets.US_ASCII);
            return Person.text(
                    client.require("POST", "tokens", "application/x-www-form-urlencoded", body), "access_token");
        }
    }

    private static Measurement line(String name, Duel.Outcome outcome) {
        Timing product = outcome.product();
        return new Measurement(
                name, product.p50Ms(), outcome.limit().p50Ms(), "ms (p50)", 1, product.p50Ms(), product.p99Ms());
    }
}
