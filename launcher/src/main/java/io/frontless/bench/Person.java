package io.frontless.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/** Somebody who has registered by mail and signed in, as everybody has to. */
final class Person {
    private static final Pattern LINK = Pattern.compile("/confirm\\?token=([A-Za-z0-9_-]+)");
    private static final int LOOKS_MAX = 100;
    private static final long LOOK_AGAIN_MS = 200;

    private final SSLSocketFactory sockets;
    private final int port;
    private final String token;
    private final String accountId;

    private Person(SSLSocketFactory sockets, int port, String token, String accountId) {
        this.sockets = sockets;
        this.port = port;
        this.token = token;
        this.accountId = accountId;
    }

    static Person register(BenchedProduct product, BenchDatabase database)
            throws IOException, InterruptedException, java.sql.SQLException {
        String email = "bench-" + UUID.randomUUID() + "@works.example";
        String credentials = "\"email\": \"" + email + "\", \"password\": \"a long enough password\"";
        SSLSocketFactory sockets = product.sockets();
        try (var client = new HttpsConnection(sockets, product.port(), "")) {
            client.require("POST", "registrations", "{" + credentials + ", \"name\": \"Ada Bench\"}");
            client.require(
                    "POST",
                    "registrations/confirmation",
                    "{\"token\": \"" + mailedToken(product.data(), email) + "\"}");
            String session = client.require("POST", "sessions", "{" + credentials + "}");
            String accountId = database.text("select account_id from frontless.account where email = ?", email);
            return new Person(sockets, product.port(), text(session, "token"), accountId);
        }
    }

    String accountId() {
        return accountId;
    }

    /** What the database knows their session's token by. */
    byte[] tokenHash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new connection of theirs. */
    HttpsConnection connect() {
        return connect(token);
    }

    /** The same with another token, or with none where it is empty. */
    HttpsConnection connect(String other) {
        return new HttpsConnection(sockets, port, other);
    }

    /** Founds a workspace and answers its id. */
    String found(String label) throws IOException {
        try (var client = connect()) {
            return text(client.require("POST", "workspaces", "{\"label\": \"" + label + "\"}"), "workspaceId");
        }
    }

    /** Has operations, given as a JSON list, done by one plan. */
    void run(String workspaceId, String operations) throws IOException {
        var unused = execute(workspaceId, propose(workspaceId, operations));
    }

    /** Proposes operations, given as a JSON list, and answers the plan. */
    String propose(String workspaceId, String operations) throws IOException {
        try (var client = connect()) {
            return client.require("POST", plans(workspaceId), "{\"operations\": " + operations + "}");
        }
    }

    /** Proposes to take a plan back, and answers the plan that does it. */
    String proposeUndo(String workspaceId, String plan) throws IOException {
        try (var client = connect()) {
            return client.require(
                    "POST", "workspaces/" + workspaceId + "/undo", "{\"plan\": \"" + text(plan, "planId") + "\"}");
        }
    }

    /** Stages a CSV file that becomes a new entity, and answers the plan that commits it. */
    String stage(String workspaceId, String entity, byte[] csv) throws IOException {
        String imports = "workspaces/" + workspaceId + "/imports?entity=" + entity;
        try (var client = connect()) {
            return client.require("POST", imports, "text/csv", csv);
        }
    }

    /** Executes a plan that was proposed, and answers what the product does. */
    String execute(String workspaceId, String plan) throws IOException {
        String path = plans(workspaceId) + "/" + text(plan, "planId") + "/execution";
        try (var client = connect()) {
            return client.require("POST", path, "{\"rows\": " + rows(plan) + "}");
        }
    }

    private static String plans(String workspaceId) {
        return "workspaces/" + workspaceId + "/plans";
    }

    /** The first text of this name in a JSON answer. */
    static String text(String json, String name) throws IOException {
        return found(json, "\"" + name + "\":\\s*\"([^\"]*)\"");
    }

    private static String rows(String json) throws IOException {
        return found(json, "\"rows\":\\s*([0-9]+)");
    }

    private static String found(String json, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            throw new IOException("expected " + pattern + ", found " + json);
        }
        return matcher.group(1);
    }

    private static String mailedToken(Path data, String email) throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS_MAX; look++) {
            Optional<String> token = tokenIn(data.resolve("mailbox"), email);
            if (token.isPresent()) {
                return token.get();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        }
        throw new IOException("no mail to " + email);
    }

    private static Optional<String> tokenIn(Path mailbox, String email) throws IOException {
        try (var files = Files.newDirectoryStream(mailbox, "*.eml")) {
            for (Path file : files) {
                String mail = Files.readString(file);
                Matcher link = LINK.matcher(mail);
                if (mail.contains("To: " + email) && link.find()) {
                    return Optional.of(link.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
