package io.frontless.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of the product when its token fails; docs/hsm-failures.md tells the same for whoever operates it. */
class TokenFailureIT {
    private static final Duration NOTICED_MAX = Duration.ofSeconds(30);

    @Test
    void vaultSealsItselfTheRestServesAndNoRestartIsNeeded() throws Exception {
        Path data = Workplace.create("token-failure").resolve("data");

        try (RunningProduct product = RunningProduct.start(Distribution.built(), data)) {
            awaitReady(product);
            Path tokens = data.resolve("token/tokens");
            Path away = Files.move(tokens, data.resolve("token/away"));

            String gone = awaitDown(product);

            assertThat(gone)
                    .contains("\"LOST\"")
                    .contains("the vault is sealed: ")
                    .doesNotContain("Exception");
            assertThat(page(product, "sign-in").statusCode()).isEqualTo(200);
            Files.move(away, tokens);
            awaitReady(product);
            assertThat(product.process().output()).doesNotContain("Exception");
        }

        String contextKey = Files.readString(data.resolve("secrets/context-key"));
        Path pinFile = data.resolve("secrets/token-pin");
        String pin = Files.readString(pinFile);
        write(pinFile, "wrong-pin-of-somebody");
        try (RunningProduct product = RunningProduct.start(Distribution.built(), data)) {
            assertThat(product.process().output())
                    .contains(
                            "cannot be used, so the vault is sealed and the rest serves: token 'frontless' refused the"
                                    + " PIN file " + pinFile + "; it was tried once, and is not tried again")
                    .doesNotContain("wrong-pin-of-somebody");
            assertThat(awaitDown(product)).contains("\"REFUSED\"").contains("PIN_WRONG");
            assertThat(page(product, "sign-in").statusCode()).isEqualTo(200);

            write(pinFile, pin);
            awaitReady(product);
        }

        Path tokens = data.resolve("token/tokens");
        Path away = Files.move(tokens, data.resolve("token/away"));
        try (RunningProduct product = RunningProduct.start(Distribution.built(), data)) {
            assertThat(product.process().output()).contains("token 'frontless' is gone from " + data.resolve("token"));
            assertThat(awaitDown(product)).contains("\"LOST\"").contains("TOKEN_MISSING");
            assertThat(list(tokens)).as("no empty token takes its place").isEmpty();
            assertThat(page(product, "sign-in").statusCode()).isEqualTo(200);

            assertThat(Files.readString(data.resolve("secrets/context-key"))).isEqualTo(contextKey);
            for (Path token : list(away)) {
                Files.move(token, tokens.resolve(token.getFileName()));
            }
            awaitReady(product);
        }
    }

    @Test
    void ceremonyLeavesATranscriptThatItsPublicKeyConfirmsAndIsRefusedAPinOnTheCommandLine() throws Exception {
        Path data = Workplace.create("ceremony").resolve("data");

        Run first = ceremony(data, "--present", "Ada Lovelace");
        Run second = ceremony(data, "--present", "Grace Hopper");
        Run verified = ceremony(data, "--verify");

        assertThat(first.exit()).as(first.said()).isZero();
        assertThat(first.said())
                .contains(
                        "present: Ada Lovelace", "done: initialised", "done: root key frontless-root-1 created inside")
                .contains("result: every key is as it has to be");
        assertThat(second.exit()).as(second.said()).isZero();
        assertThat(second.said())
                .contains("done: holds root key frontless-root-1")
                .doesNotContain("created");
        assertThat(verified.exit()).as(verified.said()).isZero();
        assertThat(verified.said()).contains("done: verified only");
        List<Path> kept = list(data.resolve("ceremonies"));
        assertThat(kept).hasSize(12);
        Path text = kept.stream()
                .filter(file -> file.toString().endsWith(".txt"))
                .findFirst()
                .orElseThrow();
        assertThat(openssl(text)).contains("Verified OK");
        Files.writeString(text, Files.readString(text).replace("Ada", "Bob"));
        assertThat(openssl(text)).doesNotContain("Verified OK");

        Run refused = ceremony(data, "--pin", "4711");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.said())
                .contains("--pin: a PIN is never taken from the command line")
                .doesNotContain("4711");
        Run none = ceremony(Workplace.create("no-ceremony").resolve("data"), "--verify");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.said()).contains("is none of an installation");
    }

    /** What a run of the start script said, and how it ended. */
    private record Run(int exit, String said) {}

    private static Run ceremony(Path data, String... arguments) throws Exception {
        var command = Stream.concat(
                        Stream.of(Distribution.built().program().toString(), "ceremony", "--data", data.toString()),
                        Stream.of(arguments))
                .toList();
        return run(new ProcessBuilder(command));
    }

    private static String openssl(Path text) throws Exception {
        String name = text.toString().replaceAll("\\.txt$", "");
        return run(new ProcessBuilder(
                        "openssl",
                        "dgst",
                        "-sha256",
                        "-verify",
                        name + ".pub.pem",
                        "-signature",
                        name + ".sig",
                        name + ".txt"))
                .said();
    }

    private static Run run(ProcessBuilder builder) throws Exception {
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private static void awaitReady(RunningProduct product) {
        Deadline.awaitTrue(
                "the vault is ready",
                NOTICED_MAX,
                () -> page(product, "health/ready").statusCode() == 200);
    }

    private static String awaitDown(RunningProduct product) {
        Deadline.awaitTrue(
                "the vault is not ready",
                NOTICED_MAX,
                () -> page(product, "health/ready").statusCode() == 503);
        return page(product, "health/ready").body();
    }

    private static HttpResponse<String> page(RunningProduct product, String path) {
        try {
            HttpClient client = product.client();
            return client.send(
                    HttpRequest.newBuilder(product.baseUrl().resolve(path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
