package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.Deadline;
import io.frontless.system.Distribution;
import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A workspace's key is rotated over REST, and the server killed while secrets are sealed anew. Then it is started with everything it had but its
 * token.
 * {@code FRONTLESS_ROTATED_SECRETS} says how many there are.
 */
class KeyRotationIT {
    private static final Duration END_MAX = Duration.ofSeconds(60);
    private static final String SEED = "rotated";
    private static final String EMAIL = "newcomer@rotated.example";

    @Test
    void rotationGoesOnAfterAKillAndWithoutTheTokenNothingOpens() throws Exception {
        int secrets = Integer.parseInt(System.getenv().getOrDefault("FRONTLESS_ROTATED_SECRETS", "1500"));
        Path folder = Workplace.create("rotation");
        Distribution distribution = ProbedProduct.in(folder);
        RunningProduct product = RunningProduct.start(distribution, folder.resolve("data"));
        Client client = Client.signedIn(product);
        String workspace = client.found("Rotated");
        UUID id = UUID.fromString(workspace.substring(workspace.indexOf('/') + 1));
        ProbedProduct.ask(product, "keep/" + id + "/" + SEED + "/" + secrets);

        run(client, workspace, "{\"op\": \"key.rotate\", \"params\": {}}");
        RunningProduct rotating = product;
        Deadline.awaitTrue("some secrets are sealed anew", END_MAX, () -> sealedBy(rotating, 2) > 0);
        product.process().kill();
        product.process().awaitExit();
        long left = sealedBy(product, 1);
        leaveOldPepper(product);
        product = RunningProduct.start(distribution, product.data());
        client = client.at(product);

        RunningProduct restarted = product;
        Deadline.awaitTrue("all secrets are sealed anew", END_MAX, () -> sealedBy(restarted, 1) == 0);
        assertThat(left).as("secrets that the kill left to the next start").isPositive();
        assertThat(sealedBy(product, 2)).isEqualTo(secrets);
        assertThat(opened(product, id)).isEqualTo("15 of 15");
        run(client, workspace, "{\"op\": \"key.destroy\", \"params\": {\"version\": 1}}");
        assertThat(opened(product, id)).isEqualTo("15 of 15");
        assertThat(product.data().resolve("secrets/password-pepper")).doesNotExist();
        Client newcomer = new Client(product);
        newcomer.register(EMAIL).having(202);
        newcomer.confirm(EMAIL).having(204);
        newcomer.signIn(EMAIL).having(201);

        withoutItsTokenNothingOpens(product, distribution, new Known(client, workspace, id));
    }

    /** Who and what was there before the token was taken away. */
    private record Known(Client client, String workspace, UUID id) {}

    static void run(Client client, String workspace, String operation) {
        JsonObject plan = client.post(workspace + "/plans", "{\"operations\": [" + operation + "]}")
                .having(201)
                .json();
        client.execute(workspace, plan).having(200);
    }

    private static void withoutItsTokenNothingOpens(RunningProduct before, Distribution distribution, Known known)
            throws Exception {
        before.close();
        Path token = before.data().resolve("token");
        Path away = before.data().resolveSibling("token-away");
        Files.move(token, away);

        try (RunningProduct product = RunningProduct.start(distribution, before.data())) {
            Client client = known.client().at(product);
            assertThat(opened(product, known.id())).isEqualTo("SEALED");
            client.get(known.workspace() + "/events").having(200);
            client.get(known.workspace() + "/me").having(200);
            client.post("workspaces", Client.object("label", "Elsewhere")).having(503);
            Answer signIn = new Client(product).signIn(EMAIL);
            assertThat(signIn.status()).as(signIn.body()).isEqualTo(503);
            assertThat(signIn.body()).contains("vault is sealed");
        }
    }

    /** As if the installation came from before the pepper was in the vault. */
    private static void leaveOldPepper(RunningProduct product) throws IOException, SQLException {
        product.database().change("delete from frontless.installation_key");
        Files.writeString(product.data().resolve("secrets/password-pepper"), "0123456789abcdef".repeat(4));
    }

    /** A hundredth of them: each use is a transaction of its own. */
    private static String opened(RunningProduct product, UUID id) throws IOException, InterruptedException {
        return ProbedProduct.ask(product, "open/" + id + "/" + SEED + "/100");
    }

    private static long sealedBy(RunningProduct product, int version) {
        try {
            return Long.parseLong(product.database()
                    .texts("select count(*) from frontless.secret where key_version = " + version)
                    .get(0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
