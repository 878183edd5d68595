package io.frontless.system.rest;

import com.google.gson.JsonObject;
import io.frontless.system.Deadline;
import io.frontless.system.ProductDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What another person's workspace has, by the name that the API gives it, each beside something of its form that never was.
 *
 * @param workspace the path of everything in it
 */
record ForeignIds(String workspace, Map<String, String> theirs, Map<String, String> nobodys) {
    private static final Duration JOB_MAX = Duration.ofSeconds(60);

    private static final String TABLE = """
            {"operations": [
              {"op": "entity.create", "params": {"entity": "%1$s", "label": "%1$s", "fields": [
                {"label": "Code", "type": "text", "required": true, "unique": true},
                {"label": "Parent", "type": "reference", "target": "%1$s"}]}},
              {"op": "record.create", "params": {"entity": "%1$s", "values": {"code": "%1$s one"}}},
              {"op": "role.create", "params": {"role": "%2$s", "label": "%2$s", "grants": []}},
              {"op": "savepoint.create", "params": {"savepoint": "%2$s"}}]}
            """;

    /** Furnishes a new workspace of somebody's and tells what is in it. */
    static ForeignIds of(Client other, ProductDatabase database) {
        String base = other.found("Theirs");
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("workspace", base.replace("workspaces/", ""));
        ids.put("placement", base.replace("workspaces/", ""));
        ids.put("installationKey", "root");
        ids.put("entity", "zebrawood");
        ids.put("role", "zookeeper");
        String plan = TABLE.formatted("zebrawood", "zookeeper");
        other.execute(base, other.post(base + "/plans", plan).having(201).json())
                .having(200);
        ids.put("record", only(other.get(base + "/entities/zebrawood/records"), "records", "id"));
        JsonObject event =
                other.get(base + "/events?limit=1").having(200).list("events").get(0);
        ids.put("event", event.get("event_id").getAsString());
        ids.put("plan", event.get("plan_id").getAsString());
        ids.put("session", only(other.get("account/sessions"), "sessions", "sessionId"));
        ids.put("passkey", passkey(other));
        ids.put("member", only(other.get(base + "/members"), "members", "member"));
        ids.put("at", ids.get("workspace"));
        ids.put("provider", provider(other, base));
        ids.put("user", directoryUser(other, base));
        ids.put("service", service(other, base));
        ids.putAll(connection(database, ids.get("workspace"), ids.get("service")));
        ids.put("hold", hold(other, base));
        ids.put("sink", sink(other, base));
        ids.put(
                "conversation",
                other.post(base + "/turns", Client.object("text", "show the last 20 changes"))
                        .having(201)
                        .text("conversationId"));
        ids.put("modelRequest", modelRequest(other, base));
        ids.put(
                "import",
                other.send(
                                "POST",
                                base + "/imports?entity=zebrawood&file=z.csv&plan=false",
                                BodyPublishers.ofString("code\nsecond\n"),
                                "text/csv")
                        .having(201)
                        .text("importId"));
        ids.put(
                "job",
                other.sendPreferringAJob(base + "/imports/" + ids.get("import") + "/plan", "{}")
                        .having(202)
                        .text("jobId"));
        Deadline.awaitTrue("the job", JOB_MAX, () -> !other.get(base + "/jobs/" + ids.get("job"))
                .text("state")
                .equals("RUNNING"));
        return new ForeignIds(base, Map.copyOf(ids), never(ids));
    }

    /** A provider whose host no administrator has listed. */
    private static String provider(Client other, String base) {
        String secret = other.post(base + "/identity-providers/secrets", Client.object("secret", "of two"))
                .having(201)
                .text("secret");
        run(other, base, """
                {"operations": [{"op": "idp.connect", "params": {"label": "Theirs", "issuer": "https://login.unlisted.example", "clientId": "f",
                  "secret": "%s", "domains": ["unlisted.example"], "role": "MEMBER", "admits": true, "exclusive": false}}]}
                """.formatted(secret));
        return only(other.get(base + "/identity-providers"), "providers", "provider");
    }

    /** Something that was to be sent to a model, whose server need not be there for that. */
    private static String modelRequest(Client other, String base) {
        run(other, base, """
                {"operations": [{"op": "assistant.policy.set", "params": {"providers": ["scripted"], "zeroRetention": false, "tokensPerDay": 1000000}}]}
                """);
        other.post(base + "/turns", Client.object("text", "how many zebrawood are there"))
                .having(201);
        return only(other.get(base + "/assistant/requests"), "requests", "requestId");
    }

    /** A provider of another service, at the same host. */
    private static String service(Client other, String base) {
        String secret = other.post(base + "/connections/secrets", Client.object("secret", "of two"))
                .having(201)
                .text("secret");
        run(other, base, """
                {"operations": [{"op": "connection-provider.declare", "params": {"label": "Theirs", "issuer": "https://login.unlisted.example",
                  "clientId": "f", "secret": "%s", "readScopes": ["read"]}}]}
                """.formatted(secret));
        return only(other.get(base + "/connections/providers"), "providers", "provider");
    }

    /** What only somebody could make who agrees at that provider. */
    private static Map<String, String> connection(ProductDatabase database, String workspace, String service) {
        String connection = UUID.randomUUID().toString();
        String grant = UUID.randomUUID().toString();
        try {
            database.change("""
                    insert into frontless.connection_grant (workspace_id, secret_id, provider_id, level, renew_at, expires_at)
                    values ('%1$s', '%2$s', '%3$s', 1, clock_timestamp(), clock_timestamp());
                    insert into frontless.connection (workspace_id, connection_id, provider_id, level, label)
                    values ('%1$s', '%4$s', '%3$s', 1, 'Theirs')""".formatted(workspace, grant, service, connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("connection", connection, "grant", grant);
    }

    private static String directoryUser(Client other, String base) {
        run(other, base, """
                {"operations": [{"op": "directory.add", "params": {"userName": "zed", "email": "zed@unlisted.example", "name": "Zed",
                  "active": true, "role": "MEMBER"}}]}
                """);
        return only(other.get(base + "/scim/v2/Users"), "Resources", "id");
    }

    private static String hold(Client other, String base) {
        run(other, base, """
                {"operations": [{"op": "hold.place", "params": {"label": "Theirs", "reason": "A dispute"}}]}
                """);
        return only(other.get(base + "/audit/holds"), "holds", "hold");
    }

    /** A sink whose host no administrator has listed. */
    private static String sink(Client other, String base) {
        run(other, base, """
                {"operations": [{"op": "sink.create", "params": {"label": "Theirs", "kind": "webhook", "target": "https://siem.unlisted.example/",
                  "format": "jsonl"}}]}
                """);
        return only(other.get(base + "/audit/sinks"), "sinks", "sink");
    }

    private static void run(Client other, String base, String plan) {
        other.execute(base, other.post(base + "/plans", plan).having(201).json())
                .having(200);
    }

    private static String passkey(Client other) {
        JsonObject request = other.post("account/factors/passkeys/request", "{}")
                .having(200)
                .json()
                .getAsJsonObject("publicKey");
        JsonObject made = new SoftPasskey(other.origin()).create(request);
        other.post("account/factors/passkeys", Secured.withPasskey("label", "Theirs", made))
                .having(201);
        return only(other.get("account/factors"), "passkeys", "passkeyId");
    }

    private static Map<String, String> never(Map<String, String> ids) {
        Map<String, String> never = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            boolean key = id.getKey().equals("entity") || id.getKey().equals("role");
            never.put(
                    id.getKey(),
                    key ? "y" + id.getValue().substring(1) : "01900000-0000-7000-8000-%012d".formatted(number++));
        }
        return Map.copyOf(never);
    }

    /** Everything that two answers may differ in: what was asked for. */
    List<String> words() {
        return Stream.concat(theirs.values().stream(), nobodys.values().stream())
                .toList();
    }

    private static String only(Answer answer, String list, String name) {
        return answer.having(200).list(list).get(0).get(name).getAsString();
    }
}
