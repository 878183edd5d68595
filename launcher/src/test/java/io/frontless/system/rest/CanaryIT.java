package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Secrets are kept, opened, and opened while everything goes wrong that can, with every log level on. Then nothing of them is in the database's
 * files and its log of changes, in the product's logs and temporary files, in what it answers, or in its memory.
 */
class CanaryIT {
    private static final String SEED = "canary";
    private static final int SECRETS = 40;

    @Test
    void nothingOfASecretIsLeftAnywhereAfterItsUse() throws Exception {
        Path folder = Workplace.create("canary");
        try (RunningProduct product = RunningProduct.start(ProbedProduct.in(folder), folder.resolve("data"))) {
            Client client = Client.signedIn(product);
            String workspace = client.found("Canary");
            String id = workspace.substring(workspace.indexOf('/') + 1);

            String kept = ProbedProduct.ask(product, "keep/" + id + "/" + SEED + "/" + SECRETS);
            String opened = ProbedProduct.ask(product, "open/" + id + "/" + SEED + "/1");
            String stumbled = ProbedProduct.ask(product, "stumble/" + id + "/" + SEED);
            List<String> answers = List.of(
                    kept,
                    opened,
                    stumbled,
                    client.get(workspace + "/events?limit=200").having(200).body(),
                    client.get(workspace + "/keys").having(200).body());
            product.database().change("checkpoint");
            Path dumps = folder.resolve("dumps");
            Path dump = HeapDump.ofAll(product, dumps);

            assertThat(opened).isEqualTo(SECRETS + " of " + SECRETS);
            assertThat(stumbled.lines().toList())
                    .as("every way was gone")
                    .hasSize(8)
                    .contains("NOT_FOUND", "SEALED")
                    .endsWith("opened");
            assertThat(answers.get(3)).contains("secret.use").contains("probe.n1");
            assertThat(Files.readString(product.data().resolve("logs/server.log")))
                    .contains("opened Secret");
            Scan scan = new Scan(Canary.forms(SEED + 0));
            assertThat(answers).noneMatch(answer -> scan.isIn(answer.getBytes(StandardCharsets.UTF_8)));
            for (int index : new int[] {0, 7, SECRETS - 1}) {
                Scan one = new Scan(Canary.forms(SEED + index));
                assertThat(one.in(product.data())).isEmpty();
                assertThat(one.in(dumps)).isEmpty();
            }
            assertThatTheScanFindsWhatIsThere(product, dumps);
            assertThat(new Scan(List.of(Client.PASSWORD.getBytes(StandardCharsets.US_ASCII))).in(product.data()))
                    .as("a password")
                    .isEmpty();
            Files.delete(dump);
        }
    }

    /** A scan that finds nothing proves something only if it would. */
    private static void assertThatTheScanFindsWhatIsThere(RunningProduct product, Path dumps) throws IOException {
        Scan purpose = new Scan(List.of("probe.n7".getBytes(StandardCharsets.US_ASCII)));

        assertThat(purpose.in(product.data())).anyMatch(file -> file.startsWith("postgres"));
        assertThat(purpose.in(product.data().resolve("postgres/pg_wal"))).isNotEmpty();
        assertThat(new Scan(List.of("VaultProbe".getBytes(StandardCharsets.US_ASCII))).in(dumps))
                .isNotEmpty();
        Path planted = Files.createTempDirectory("scanned");
        for (byte[] form : Canary.forms(SEED + 7)) {
            byte[] text = new byte[3_000_000];
            System.arraycopy(form, 0, text, (1 << 20) - 5, form.length);
            Files.write(planted.resolve("file"), text);
            assertThat(new Scan(Canary.forms(SEED + 7)).in(planted)).hasSize(1);
        }
        Files.delete(planted.resolve("file"));
        Files.delete(planted);
    }
}
