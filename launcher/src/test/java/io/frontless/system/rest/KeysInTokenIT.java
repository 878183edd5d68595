package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.Distribution;
import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With {@code frontless.vault.keys-in-token}, new workspace keys never leave the token; those from before go on as they are until they are rotated. */
class KeysInTokenIT {
    private static final String SEED = "inside";
    private static final int SECRETS = 5;
    private static final String ALL = SECRETS + " of " + SECRETS;

    @Test
    void settingIsTakenByARunningInstallationAndGivenBack() throws Exception {
        Path folder = Workplace.create("inside");
        Path data = folder.resolve("data");
        Distribution distribution = ProbedProduct.in(folder);
        String before;
        Client client;
        try (RunningProduct product = RunningProduct.start(distribution, data)) {
            client = Client.signedIn(product);
            before = client.found("Before");
            keep(product, before);
        }

        String inside;
        Map<String, String> setting = Map.of("FRONTLESS_VAULT_KEYS_IN_TOKEN", "true");
        try (RunningProduct product = RunningProduct.start(distribution, data, setting)) {
            client = client.at(product);
            assertThat(opened(product, before)).isEqualTo(ALL);
            inside = client.found("Inside");
            keep(product, inside);
            assertThat(opened(product, inside)).isEqualTo(ALL);
            KeyRotationIT.run(client, before, "{\"op\": \"key.rotate\", \"params\": {}}");
            assertThat(opened(product, before)).isEqualTo(ALL);
        }

        try (RunningProduct product = RunningProduct.start(distribution, data)) {
            assertThat(opened(product, before)).isEqualTo(ALL);
            assertThat(opened(product, inside)).isEqualTo(ALL);
            KeyRotationIT.run(client.at(product), inside, "{\"op\": \"key.rotate\", \"params\": {}}");
            assertThat(opened(product, inside)).isEqualTo(ALL);
        }
    }

    private static void keep(RunningProduct product, String workspace) throws Exception {
        ProbedProduct.ask(product, "keep/" + id(workspace) + "/" + SEED + "/" + SECRETS);
    }

    private static String opened(RunningProduct product, String workspace) throws Exception {
        return ProbedProduct.ask(product, "open/" + id(workspace) + "/" + SEED + "/1");
    }

    private static String id(String workspace) {
        return workspace.substring(workspace.indexOf('/') + 1);
    }
}
