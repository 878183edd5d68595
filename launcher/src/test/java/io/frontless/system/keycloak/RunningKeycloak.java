package io.frontless.system.keycloak;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.frontless.system.Deadline;
import io.frontless.system.Neighbours;
import io.frontless.system.ProductTls;
import io.frontless.system.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keycloak as it runs for a test: over HTTPS on its own port, with everything in memory. A test takes it as a parameter ({@code @ExtendWith(KeycloakExtension.class)})
 * and makes a realm of its own.
 */
public final class RunningKeycloak implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration STOP_MAX = Duration.ofMinutes(1);

    private final Process process;
    private final URI baseUrl;
    private final ProductTls tls;
    private final KeycloakAdmin admin;

    private RunningKeycloak(Process process, URI baseUrl, ProductTls tls) {
        this.process = process;
        this.baseUrl = baseUrl;
        this.tls = tls;
        this.admin = new KeycloakAdmin(baseUrl, tls);
        // A build that is broken off leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts it; returns when it answers. */
    static RunningKeycloak start(KeycloakServer server, Neighbours neighbours) {
        int port = neighbours.providerPort();
        URI baseUrl = URI.create("https://localhost:" + port + "/");
        Path console = Workplace.create("keycloak").resolve("server.console");
        Process process = server.run(
                List.of(
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--hostname=https://localhost:" + port,
                        "--http-host=127.0.0.1",
                        "--https-port=" + port,
                        "--https-certificate-file=" + neighbours.certificate(),
                        "--https-certificate-key-file=" + neighbours.key()),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.USER,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakAdmin.PASSWORD),
                console);
        var keycloak = new RunningKeycloak(process, baseUrl, neighbours.tls());
        keycloak.awaitAnswer(console);
        return keycloak;
    }

    /** Ends with a slash. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** A new client that trusts it; follows no redirects and keeps no cookies. */
    public HttpClient client() {
        return HttpClient.newBuilder().sslContext(tls.context()).build();
    }

    /**
     * Makes a realm from a class path resource beside {@code owner}: Keycloak's own form of a realm, in which <code>${name}</code> stands for what is given here and
     * <code>${realm}</code> for the realm's name. The name must be new in this test run.
     */
    public KeycloakRealm realm(String name, Class<?> owner, String resource, Map<String, String> values) {
        String text = read(owner, resource).replace("${realm}", name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        JsonObject representation = JsonParser.parseString(text).getAsJsonObject();
        admin.post("admin/realms", representation);
        return new KeycloakRealm(name, baseUrl, admin, tls);
    }

    @Override
    public void close() {
        process.destroy();
        Deadline.awaitTrue("Keycloak ends", STOP_MAX, () -> !process.isAlive());
    }

    private void awaitAnswer(Path console) {
        HttpClient http = client();
        var request = HttpRequest.newBuilder(baseUrl.resolve("realms/master"))
                .timeout(Duration.ofSeconds(20))
                .build();
        Deadline.await("Keycloak answers, see " + console, START_MAX, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak has ended:\n" + Files.readString(console));
            }
            try {
                return Optional.of(http.send(request, BodyHandlers.discarding()).statusCode())
                        .filter(status -> status == 200);
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static String read(Class<?> owner, String resource) {
        try (var in = owner.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource + " is not beside " + owner)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
