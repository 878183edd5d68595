package io.frontless.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What an operator asks the running product for, with the token in its data directory: {@code workspace move|status|confirm}, {@code key status|rotate|destroy}. */
final class OperatorCommand {
    static final String HELP = """
            Usage: workspace status ID | move ID DATABASE | confirm ID [--data DIR] [--port N]

              status   where a workspace lives, and how far a move is
              move     moves it to a database that frontless.databases names, or back to "shared"
              confirm  deletes the copy that the last move left

            Usage: key status NAME | rotate NAME | destroy NAME VERSION [--data DIR] [--port N]

              NAME     root, token, pepper or context
              rotate   has the next version made, and what needs it moved to it
              destroy  destroys an old version that nothing needs any more
            """;

    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    private final Path data;
    private final int port;

    private OperatorCommand(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Runs {@code workspace ...} and answers what the product says, in JSON; a refusal is a {@link StartFailure} with its words. */
    static String workspace(List<String> arguments, Map<String, String> environment, Path home) {
        Deque<String> words = wordsOf(arguments);
        OperatorCommand product = from(arguments, environment, home);
        String verb = next(words);
        String path = "/api/v1/operator/placements/" + id(next(words));
        return switch (verb) {
            case "status" -> product.send("GET", path, "");
            case "move" ->
                product.send("POST", path + "/move", "{\"database\":\"" + name(next(words)) + "\"," + operator() + "}");
            case "confirm" -> product.send("POST", path + "/confirmation", "{" + operator() + "}");
            default -> throw new StartFailure("Unknown command workspace " + verb + "; see \"help\".");
        };
    }

    /** The same for {@code key ...}, about a key of the installation. */
    static String key(List<String> arguments, Map<String, String> environment, Path home) {
        Deque<String> words = wordsOf(arguments);
        OperatorCommand product = from(arguments, environment, home);
        String verb = next(words);
        String path = "/api/v1/operator/keys/" + name(next(words));
        return switch (verb) {
            case "status" -> product.send("GET", path, "");
            case "rotate" -> product.send("POST", path + "/rotation", "{" + operator() + "}");
            case "destroy" ->
                product.send(
                        "POST", path + "/destruction", "{\"version\":" + number(next(words)) + "," + operator() + "}");
            default -> throw new StartFailure("Unknown command key " + verb + "; see \"help\".");
        };
    }

    /** What comes before the first option. */
    private static Deque<String> wordsOf(List<String> arguments) {
        return new ArrayDeque<>(
                arguments.stream().takeWhile(word -> !word.startsWith("--")).toList());
    }

    private static OperatorCommand from(List<String> arguments, Map<String, String> environment, Path home) {
        List<String> options =
                arguments.stream().dropWhile(word -> !word.startsWith("--")).toList();
        Options where = Options.parse(options, environment, home);
        return new OperatorCommand(where.data(), where.port());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StartFailure("Expected the number of a version, found \"" + text + "\".", e);
        }
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token())
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newBuilder().sslContext(trust()).build().send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StartFailure("The product refused: " + answer.body());
            }
            return answer.body();
        } catch (ConnectException e) {
            throw new StartFailure("No product runs at port " + port + ".", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure("The product does not answer at port " + port + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the product was asked.", e);
        }
    }

    private String token() {
        Path file = data.resolve("secrets").resolve(Secret.OPERATOR_TOKEN.fileName());
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailure("The operator's token " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The product's own authority and no other: the token goes to nobody else. */
    private SSLContext trust() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(data.resolve("tls/ca.pem"))) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static String operator() {
        return "\"operator\":\"" + name(System.getProperty("user.name")) + "\"";
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new StartFailure("Expected a name of letters, digits, dots and hyphens, found \"" + text + "\".");
        }
        return text;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("Expected a workspace's id, found \"" + text + "\".", e);
        }
    }

    private static String next(Deque<String> words) {
        if (words.isEmpty()) {
            throw new StartFailure("Something is missing.\n" + HELP);
        }
        return words.remove();
    }
}
