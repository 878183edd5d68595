package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.frontless.launcher.LocalPort;
import io.frontless.launcher.TestAuthority;
import io.frontless.proof.ExportFormat;
import io.frontless.system.Deadline;
import io.frontless.system.Distribution;
import io.frontless.system.RealSyslog;
import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import io.frontless.verifier.ExportLog;
import io.frontless.verifier.Keys;
import io.frontless.verifier.Verifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The log goes to whoever is to have it, as it grows: to files, to an address, to a real syslog server; all of it, with its proof, and again where it was not taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinksIT {
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(90);

    private final int syslogPort = LocalPort.free();
    private final int webhookPort = LocalPort.free();
    private final List<String> posted = Collections.synchronizedList(new ArrayList<>());

    private final Path folder = Workplace.create("sinks");

    private RunningProduct product;
    private Client client;
    private HttpsServer webhook;
    private final ExecutorService handlers = Executors.newCachedThreadPool();
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile CountDownLatch slowness = new CountDownLatch(0);
    private volatile int answer = 503;

    @BeforeAll
    void start() throws IOException, GeneralSecurityException {
        TestAuthority authority = TestAuthority.madeAt(Instant.now());
        authority.writeAuthority(folder.resolve("ca.pem"));
        authority.issue("neighbour").write(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        product = RunningProduct.start(
                Distribution.built(),
                folder.resolve("data"),
                Map.of(
                        "FRONTLESS_TLS_AUTHORITIES",
                        folder.resolve("ca.pem").toString(),
                        "FRONTLESS_OUTBOUND_PRIVATE_HOSTS",
                        "localhost:" + webhookPort,
                        "FRONTLESS_EXPORT_DIRECTORY",
                        folder.resolve("exports").toString(),
                        "FRONTLESS_EXPORT_SYSLOG",
                        "localhost:" + syslogPort));
        client = Client.signedIn(product);
        webhook = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), webhookPort), 0);
        webhook.setHttpsConfigurator(
                new HttpsConfigurator(StrangerProvider.tls(folder.resolve("chain.pem"), folder.resolve("key.pem"))));
        webhook.createContext("/events", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posted.add(answer + " " + exchange.getRequestHeaders().getFirst("Content-Type") + "\n" + body);
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        webhook.createContext("/slow", exchange -> {
            asked.countDown();
            await(slowness);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        webhook.setExecutor(handlers);
        webhook.start();
    }

    @AfterAll
    void stop() {
        webhook.stop(0);
        handlers.shutdownNow();
        product.close();
    }

    @Test
    void filesArriveOneAfterTheOtherAndEachProvesItself() throws Exception {
        String workspace = furnished("File Works");
        sink(workspace, "file", "archive", "csv");
        awaitTold(workspace);
        client.run(workspace, "add invoice =INV-2 for Acme, 1300");
        awaitTold(workspace);

        List<Path> files = files(workspace.substring(workspace.lastIndexOf('/') + 1));

        assertThat(files).hasSizeGreaterThan(1);
        long end = 0;
        for (Path file : files) {
            assertThat(file.getFileName().toString()).startsWith("events-%012d-".formatted(end));
            end = Long.parseLong(file.getFileName().toString().replaceAll("events-\\d+-(\\d+)\\.csv", "$1"));
            assertGood(file, ExportFormat.CSV);
        }
        assertThat(end).isEqualTo(size(workspace));
        assertThat(Files.readString(files.get(files.size() - 1)))
                .contains("=INV-2")
                .doesNotContainPattern("(?m)(^|,)\"=");
    }

    @Test
    void addressThatTakesNothingIsToldAgainUntilItDoes() throws Exception {
        answer = 503;
        String workspace = furnished("Hook Works");
        sink(workspace, "webhook", "https://localhost:" + webhookPort + "/events", "cloudevents");
        Deadline.awaitTrue(
                "it was refused",
                TOLD_WITHIN,
                () -> only(workspace).get("failures").getAsInt() > 0);
        assertThat(only(workspace).get("problem").getAsString()).isEqualTo("the sink answered 503");
        assertThat(only(workspace).get("position").getAsLong()).isZero();

        answer = 204;
        awaitTold(workspace);

        assertThat(only(workspace).get("problem").isJsonNull()).isTrue();
        String taken = posted.stream()
                .filter(each -> each.startsWith("204 "))
                .filter(each -> each.contains(workspace))
                .findFirst()
                .orElseThrow();
        assertThat(taken).startsWith("204 application/cloudevents-batch+json");
        Path file = folder.resolve("taken.json");
        Files.writeString(file, taken.substring(taken.indexOf('\n') + 1));
        assertGood(file, ExportFormat.CLOUDEVENTS);
    }

    @Test
    void sinkThatDoesNotAnswerKeepsNobodyElseWaiting() {
        String slow = furnished("Slow Works");
        String quick = furnished("Quick Works");
        slowness = new CountDownLatch(1);
        try {
            sink(slow, "webhook", "https://localhost:" + webhookPort + "/slow", "jsonl");
            Deadline.awaitTrue("it is asked", TOLD_WITHIN, () -> asked.getCount() == 0);

            sink(quick, "file", "archive", "jsonl");
            awaitTold(quick);

            assertThat(only(slow).get("position").getAsLong()).isZero();
            assertThat(only(slow).get("failures").getAsLong()).isZero();
        } finally {
            slowness.countDown();
        }
        awaitTold(slow);
    }

    @Test
    void pausedSinkIsToldNothingUntilItGoesOn() {
        String workspace = furnished("Paused Works");
        sink(workspace, "file", "archive", "jsonl");
        awaitTold(workspace);
        String terms = """
                {"operations": [{"op": "sink.update", "params": {"sink": "%s", "label": "SIEM", "kind": "file", "target": "archive", "format": "jsonl", "paused": %s}}]}
                """;
        String id = only(workspace).get("sink").getAsString();
        run(workspace, terms.formatted(id, true));
        String other = furnished("Other Works");
        long position = only(workspace).get("position").getAsLong();

        // By the time that a sink made later has everything, one that is not paused would have it, too.
        sink(other, "file", "archive", "jsonl");
        awaitTold(other);
        assertThat(only(workspace).get("paused").getAsBoolean()).isTrue();
        assertThat(only(workspace).get("position").getAsLong())
                .isEqualTo(position)
                .isLessThan(size(workspace));

        run(workspace, terms.formatted(id, false));
        awaitTold(workspace);
    }

    @Test
    void realRsyslogReceivesEverythingOverTls() throws Exception {
        assumeTrue(RealSyslog.installed().isPresent(), "rsyslog with its OpenSSL module is not installed");
        String workspace = furnished("Syslog Works");
        run(workspace, """
                {"operations": [{"op": "record.create", "params": {"entity": "invoice", "values": {"number": "INV-7", "client": "Zoë & \\"Łukasz\\" | a=b"}}}]}
                """);
        List<Path> certificates =
                Stream.of("ca.pem", "chain.pem", "key.pem").map(folder::resolve).toList();
        try (RealSyslog syslog = RealSyslog.start(folder.resolve("syslog"), syslogPort, certificates)) {
            sink(workspace, "syslog", "localhost:" + syslogPort, "syslog");
            awaitTold(workspace);
            long size = size(workspace);

            Deadline.awaitTrue(
                    "it has the head",
                    TOLD_WITHIN,
                    () -> Files.exists(syslog.received())
                            && Files.readString(syslog.received()).contains("\"size\": " + size + ","));

            assertGood(syslog.received(), ExportFormat.SYSLOG);
            assertThat(Files.readString(syslog.received())).contains("Łukasz");
        }
    }

    @Test
    void onlyOwnersHaveTheLogExportedAndOnlyToWhatIsSetUp() {
        String workspace = client.found("Careful Works");
        for (String refused : List.of(
                terms("syslog", "elsewhere.example:6514", "syslog"),
                terms("syslog", "localhost:" + syslogPort, "csv"),
                terms("file", "../other", "csv"),
                terms("webhook", "http://localhost/events", "csv"),
                terms("webhook", "https://localhost/events", "xml"))) {
            assertThat(client.post(workspace + "/plans", refused).status())
                    .as(refused)
                    .isIn(400, 409);
        }
        client.get(workspace + "/audit/sinks").having(200);
        new Client(product).get(workspace + "/audit/sinks").having(401);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(TOLD_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String furnished(String name) {
        String workspace = client.found(name);
        client.run(workspace, "create a table Invoice with number, client and amount");
        client.run(workspace, "add invoice INV-1 for Acme, 1200");
        return workspace;
    }

    private static String terms(String kind, String target, String format) {
        return """
                {"operations": [{"op": "sink.create", "params": {"label": "SIEM", "kind": "%s", "target": "%s", "format": "%s"}}]}
                """.formatted(kind, target, format);
    }

    private void sink(String workspace, String kind, String target, String format) {
        run(workspace, terms(kind, target, format));
    }

    private void run(String workspace, String plan) {
        client.execute(
                        workspace,
                        client.post(workspace + "/plans", plan).having(201).json())
                .having(200);
    }

    private void awaitTold(String workspace) {
        Deadline.awaitTrue("the sink has everything", TOLD_WITHIN, () -> {
            JsonObject seal = client.get(workspace + "/seal").having(200).json();
            return seal.get("unsealed").getAsLong() == 0
                    && only(workspace).get("position").getAsLong()
                            == seal.getAsJsonObject("head").get("size").getAsLong();
        });
    }

    private long size(String workspace) {
        return client.get(workspace + "/seal")
                .json()
                .getAsJsonObject("head")
                .get("size")
                .getAsLong();
    }

    private JsonObject only(String workspace) {
        return client.get(workspace + "/audit/sinks").having(200).list("sinks").get(0);
    }

    private List<Path> files(String id) throws IOException {
        try (Stream<Path> files =
                Files.list(folder.resolve("exports").resolve(id).resolve("archive"))) {
            return files.sorted().toList();
        }
    }

    private void assertGood(Path file, ExportFormat format) throws Exception {
        Keys keys = Keys.of(new Client(product).get("audit-keys").having(200).body());
        assertThat(new Verifier(keys, List.of(), false)
                        .verify(new ExportLog(file, format), null)
                        .findings())
                .isEmpty();
    }
}
