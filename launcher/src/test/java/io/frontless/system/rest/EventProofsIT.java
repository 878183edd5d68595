package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.frontless.proof.EventFormat;
import io.frontless.proof.EventJson;
import io.frontless.proof.ExportFormat;
import io.frontless.proof.JsonText;
import io.frontless.proof.Merkle;
import io.frontless.proof.TreeHead;
import io.frontless.system.Deadline;
import io.frontless.system.Distribution;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import io.frontless.system.inside.VerifierProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer proves the log with: exports, proofs, keys, a witness's heads, and a verifier that needs nothing of ours running. */
@SystemTest
class EventProofsIT {
    private static final Duration SEALED_WITHIN = Duration.ofSeconds(20);
    private static final Duration WITNESSED_WITHIN = Duration.ofSeconds(40);
    private static final HexFormat HEX = HexFormat.of();

    /** What the build tells all tested products to keep their heads in. */
    private static final Path WITNESS = Path.of(Objects.requireNonNull(System.getenv("FRONTLESS_WITNESS_FILE")));

    private final RunningProduct product;
    private final Client client;
    private final String workspace;

    @TempDir
    Path folder = Path.of("");

    EventProofsIT(RunningProduct product) {
        this.product = product;
        client = Client.signedIn(product);
        workspace = client.found("Proved Works");
        client.run(workspace, "create a table Invoice with number, client and amount");
        client.run(workspace, "add invoice INV-1 for Acme, 1200");
    }

    @Test
    void exportIsVerifiedByTheJarAloneAndAnyChangeOfItIsFound() throws Exception {
        client.get(workspace + "/seal/events/00000000-0000-0000-0000-000000000000")
                .having(404);
        allSealed();
        Path export = export("");
        Path key = keys();

        assertThat(verifier("--key", key.toString(), "--export", export.toString()))
                .isEqualTo("0 GOOD");
        String text = Files.readString(export);
        Files.writeString(export, text.replace("1200", "1300"));
        assertThat(verifier("--key", key.toString(), "--export", export.toString()))
                .isEqualTo("1 CHANGED");
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.remove(3);
        Files.writeString(export, String.join("\n", lines));
        assertThat(verifier("--key", key.toString(), "--export", export.toString()))
                .isEqualTo("1 GAP");
    }

    @Test
    void exportsGoOnWhereTheLastOneEnded() throws Exception {
        allSealed();
        Path first = export("");
        long end = size(first);
        client.run(workspace, "add invoice INV-2 for Acme, 1300");
        allSealed();

        Path second = export("?from=" + end);

        assertThat(Files.readAllLines(second)).hasSize(3);
        assertThat(Files.readString(second)).contains("INV-2").doesNotContain("INV-1\"");
        assertThat(verifier("--key", keys().toString(), "--export", second.toString()))
                .isEqualTo("0 GOOD");
        client.get(workspace + "/seal/export?from=100000").having(400);
        client.get(workspace + "/seal/export?rows=0").having(400);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void exportInEveryFormatCarriesItsProof(ExportFormat format) throws Exception {
        client.run(workspace, "add invoice =1+1 for Acme, 1500");
        allSealed();
        String key = keys().toString();
        Path export = export("?format=" + format.label());
        String text = Files.readString(export);

        assertThat(verifier("--key", key, "--format", format.label(), "--export", export.toString()))
                .isEqualTo("0 GOOD");
        Files.writeString(export, text.replace("1500", "1600"));
        assertThat(verifier("--key", key, "--format", format.label(), "--export", export.toString()))
                .isEqualTo("1 CHANGED");
        Files.writeString(export, text.replaceFirst("1500", "1600"));
        assertThat(verifier("--key", key, "--format", format.label(), "--export", export.toString()))
                .as("what is shown, and not its proof; or both where they are the same")
                .isEqualTo("1 CHANGED");
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.remove(4);
        Files.writeString(export, String.join("\n", lines));
        assertThat(verifier("--key", key, "--format", format.label(), "--export", export.toString()))
                .isEqualTo("1 GAP");
        client.get(workspace + "/seal/export?format=xml").having(400);
    }

    @Test
    void eventIsProvedToBeUnderTheSignedHeadAndTheHeadToGoOn() {
        allSealed();
        JsonObject before = client.get(workspace + "/seal").having(200).json().getAsJsonObject("head");
        client.run(workspace, "add invoice INV-3 for Acme, 1400");
        allSealed();
        JsonObject event =
                client.get(workspace + "/events?limit=1").list("events").get(0);

        JsonObject proof = client.get(
                        workspace + "/seal/events/" + event.get("event_id").getAsString())
                .having(200)
                .json();

        TreeHead.Signed head = TreeHead.Signed.read(proof.get("head").toString());
        SortedMap<String, @Nullable Object> told =
                JsonText.readObject(proof.get("event").toString());
        byte[] leaf = new EventFormat().leaf(EventJson.event(told));
        Merkle.TreeSize tree =
                new Merkle.TreeSize(head.head().size(), head.head().root());
        assertThat(Merkle.includes(leaf, proof.get("position").getAsLong(), tree, hashes(proof)))
                .isTrue();
        JsonObject consistency = client.get(workspace + "/seal/consistency?from="
                        + before.get("size").getAsLong() + "&to=" + head.head().size())
                .having(200)
                .json();
        assertThat(Merkle.isPrefix(
                        new Merkle.TreeSize(
                                before.get("size").getAsLong(),
                                before.get("root").getAsString()),
                        tree,
                        hashes(consistency)))
                .isTrue();
    }

    @Test
    void logInTheDatabaseIsVerifiedAgainstTheWitnessToo() throws Exception {
        allSealed();
        long size = client.get(workspace + "/seal")
                .json()
                .getAsJsonObject("head")
                .get("size")
                .getAsLong();
        Path witnessed = folder.resolve("witnessed.jsonl");
        String id = workspace.substring(workspace.lastIndexOf('/') + 1);
        Deadline.awaitTrue("the witness has the head", WITNESSED_WITHIN, () -> {
            List<String> own = Files.exists(WITNESS)
                    ? Files.readAllLines(WITNESS).stream()
                            .filter(line -> line.contains(id))
                            .toList()
                    : List.of();
            Files.write(witnessed, own);
            return own.stream()
                    .anyMatch(line -> TreeHead.Signed.read(line).head().size() == size);
        });
        Path password = product.database().data().resolve("secrets/admin-password");
        String[] database = {
            "--key",
            keys().toString(),
            "--witness",
            witnessed.toString(),
            "--workspace",
            id,
            "--database",
            product.database().address(),
            "--user",
            "postgres",
            "--password-file",
            password.toString(),
            "--unsealed-allowed"
        };

        assertThat(verifier(database)).isEqualTo("0 GOOD");
        Files.writeString(
                witnessed,
                Files.readString(witnessed).replaceFirst("\"size\": " + size, "\"size\": " + (size + 1)),
                StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(verifier(database)).isEqualTo("1 SIGNATURE");
    }

    private void allSealed() {
        Deadline.awaitTrue("all is sealed", SEALED_WITHIN, () -> {
            JsonObject seal = client.get(workspace + "/seal").having(200).json();
            return seal.get("unsealed").getAsLong() == 0 && !seal.get("head").isJsonNull();
        });
    }

    private Path export(String query) throws IOException {
        Path file = folder.resolve("export" + query.replaceAll("\\W", "") + ".jsonl");
        Files.writeString(
                file, client.get(workspace + "/seal/export" + query).having(200).body());
        return file;
    }

    private Path keys() throws IOException {
        Path file = folder.resolve("audit.pem");
        Files.writeString(
                file, new Client(product).get("audit-keys").having(200).body());
        return file;
    }

    private static long size(Path export) throws IOException {
        List<String> lines = Files.readAllLines(export);
        return TreeHead.Signed.read(lines.get(lines.size() - 1)).head().size();
    }

    private static List<byte[]> hashes(JsonObject proof) {
        List<byte[]> hashes = new ArrayList<>();
        for (JsonElement hash : proof.getAsJsonArray("proof")) {
            hashes.add(HEX.parseHex(hash.getAsString()));
        }
        return hashes;
    }

    /** The exit code and the first word that the verifier says. */
    private static String verifier(String... arguments) throws IOException, InterruptedException {
        VerifierProcess.Said said = VerifierProcess.run(Distribution.built().home(), List.of(arguments));
        return said.exit() + " " + said.text().replaceAll("(?s):.*", "");
    }
}
