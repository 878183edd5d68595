package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import io.frontless.system.Workplace;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Ids of another workspace answer exactly as ids that never were, wherever one can be given: in every path of the API's own description, in queries and
 * bodies, and in every page's parameters. A path or a parameter that is new fails here until it is known. {@code FRONTLESS_FOREIGN} says how often
 * each pair is asked in turn; the medians of their times are written down and not asserted.
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignIdsIT {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern PAGE_ID = Pattern.compile("RequestParameter\\s*\\.uuid\\(request, \"(\\w+)\"\\)");

    /** Bodies that get as far as to the id; elsewhere an empty object does. */
    private static final Map<String, String> BODIES = Map.of(
            "post turns", "{\"text\": \"undo that\"}",
            "post plans",
                    "{\"operations\": [{\"op\": \"record.delete\", \"params\": {\"entity\": \"{entity}\", \"id\": \"{record}\"}}]}",
            "post undo", "{\"plan\": \"{plan}\"}",
            "post redo", "{\"event\": \"{event}\"}",
            "post query", "{\"entity\": \"{entity}\"}",
            "post records", "{\"values\": {\"code\": \"x\"}}",
            "patch {record}", "{\"values\": {\"code\": \"x\"}}",
            "post decision", "{\"hash\": \"0f\", \"verdict\": \"approve\"}",
            "post export", "{\"entity\": \"{entity}\", \"format\": \"csv\"}",
            "post imports", "code\nthird\n");

    /** Ids in queries and bodies, asked in the own workspace; some find nothing and some are refused, either way alike. */
    private static final String ELSEWHERE = """
            get /events?record={record}
            get /events?plan={plan}
            get /events?entity={entity}
            get /entities/thing/records?search={entity}
            get /entities/thing/records?cursor={record}
            post /query {"entity": "thing", "filter": {"field": "parent", "op": "eq", "value": "{record}"}}
            post /query {"entity": "thing", "search": "{entity}"}
            post /query {"entity": "thing", "filter": {"field": "code", "op": "eq", "value": "{entity} one"}}
            post /turns {"text": "undo that", "conversationId": "{conversation}"}
            post /turns {"text": "delete {entity} one"}
            get /events?actor={member}
            get /history/entities/thing/records/{record}
            get /history/entities/thing/records/{record}/readers
            post /turns {"text": "history of {entity} one"}
            post /turns {"text": "show {entity} one as of yesterday"}
            post /undo {"event": "{event}"}
            post /undo {"plan": "{plan}"}
            post /undo {"conversation": "{conversation}"}
            post /redo {"plan": "{plan}"}
            post /plans {"operations": [{"op": "undo", "params": {"target": {"event": "{event}"}}}]}
            post /plans {"operations": [{"op": "record.update", "params": {"entity": "thing", "id": "{record}", "values": {"code": "x"}}}]}
            post /plans {"operations": [{"op": "record.delete", "params": {"entity": "thing", "id": "{record}"}}]}
            post /plans {"operations": [{"op": "record.restore", "params": {"entity": "thing", "id": "{record}"}}]}
            post /plans {"operations": [{"op": "record.merge", "params": {"entity": "thing", "id": "{record}", "from": "{record}"}}]}
            post /plans {"operations": [{"op": "record.create", "params": {"entity": "thing", "values": {"code": "x", "parent": "{record}"}}}]}
            post /plans {"operations": [{"op": "comment.add", "params": {"entity": "thing", "id": "{record}", "text": "x"}}]}
            post /plans {"operations": [{"op": "member.assign", "params": {"member": "{member}", "role": "viewer"}}]}
            post /plans {"operations": [{"op": "role.delete", "params": {"role": "{role}"}}]}
            post /plans {"operations": [{"op": "idp.disconnect", "params": {"provider": "{provider}"}}]}
            post /plans {"operations": [{"op": "connection.disconnect", "params": {"connection": "{connection}"}}]}
            post /plans {"operations": [{"op": "connection-provider.remove", "params": {"provider": "{service}"}}]}
            post /plans {"operations": [{"op": "connection.connect", "params": {"label": "x", "grant": "{grant}"}}]}
            post /connections/authorizations {"provider": "{service}", "level": 1, "label": "x"}
            post /connections/authorizations {"connection": "{connection}"}
            post /approvals {"plan": "{plan}"}
            post /plans {"operations": [{"op": "approval.decide", "params": {"plan": "{plan}", "hash": "0f", "verdict": "approve"}}]}
            post /plans {"operations": [{"op": "approval.withdraw", "params": {"plan": "{plan}"}}]}
            post /plans {"operations": [{"op": "hold.lift", "params": {"hold": "{hold}"}}]}
            post /plans {"operations": [{"op": "sink.delete", "params": {"sink": "{sink}"}}]}
            post /plans {"operations": [{"op": "event.redact", "params": {"entity": "thing", "record": "{record}", "fields": ["code"], "reason": "x"}}]}
            post /plans {"operations": [{"op": "directory.remove", "params": {"user": "{user}"}}]}
            get /scim/v2/Users?filter=id%20eq%20%22{user}%22
            post /scim/v2/Groups {"displayName": "Some", "members": [{"value": "{user}"}]}
            patch /scim/v2/Groups/VIEWER {"Operations": [{"op": "add", "path": "members", "value": [{"value": "{user}"}]}]}
            post /plans {"operations": [{"op": "savepoint.remove", "params": {"savepoint": "{role}"}}]}
            post /plans {"operations": [{"op": "import.commit", "params": {"import": "{import}"}}]}
            post /plans {"operations": [{"op": "entity.delete", "params": {"entity": "{entity}"}}]}
            """;

    private final RunningProduct product;
    private final Client stranger;
    private final ForeignIds ids;
    private final String own;
    private final List<String> times = new ArrayList<>();

    ForeignIdsIT(RunningProduct product) {
        this.product = product;
        ids = ForeignIds.of(Client.signedIn(product), product.database());
        stranger = Client.signedIn(product);
        own = stranger.found("Mine");
        JsonObject plan = stranger.post(own + "/plans", """
                        {"operations": [{"op": "entity.create", "params": {"entity": "thing", "label": "Thing", "fields": [
                          {"label": "Code", "type": "text", "required": true, "unique": true},
                          {"label": "Parent", "type": "reference", "target": "thing"}]}},
                          {"op": "record.create", "params": {"entity": "thing", "values": {"code": "own"}}}]}
                        """).having(201).json();
        stranger.execute(own, plan).having(200);
    }

    @Test
    void everyPathOfTheApiAnswersOneLikeTheOther() throws IOException {
        List<String> before = StoredRows.allBut(product.database(), ids.workspace(), "job");
        int asked = 0;

        for (Map.Entry<String, Set<String>> path : paths().entrySet()) {
            List<String> parameters = PARAMETER
                    .matcher(path.getKey())
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(ids.theirs().keySet()).as(path.getKey()).containsAll(parameters);
            for (String verb : path.getValue()) {
                requireAlike(verb, path.getKey());
                asked++;
                if (parameters.size() > 1) {
                    requireAlike(verb, path.getKey().replace("workspaces/{workspace}", own));
                    asked++;
                }
            }
        }

        assertThat(asked).isGreaterThan(50);
        assertThat(StoredRows.allBut(product.database(), ids.workspace(), "job"))
                .isEqualTo(before);
        write("rest");
    }

    @Test
    void idsInQueriesAndBodiesAnswerOneLikeTheOther() throws IOException {
        for (String line : ELSEWHERE.lines().toList()) {
            String[] parts = line.split(" ", 3);

            requireAlike(parts[0], own + parts[1], parts.length > 2 ? parts[2] : "");
        }
        write("bodies");
    }

    @Test
    void everyPageAnswersOneLikeTheOther() throws IOException {
        int asked = 0;
        for (Path page : sources("java/io/frontless", "Page.java")) {
            String source = Files.readString(page);
            String name = pageName(page);
            if (source.contains("@OpenToAll") || name.equals("founding")) {
                continue;
            }
            requirePagesAlike(name + "?w={workspace}&t={entity}&id={record}&c={conversation}");
            asked++;
            Set<String> parameters = new TreeSet<>(PAGE_ID.matcher(source)
                    .results()
                    .map(match -> match.group(1))
                    .toList());
            if (source.contains("PagePlan plan;")) {
                parameters.add("plan");
            }
            for (String parameter : parameters) {
                String id = parameter.equals("plan") ? "plan" : PAGE_IDS.get(name + " " + parameter);
                assertThat(id).as("what " + parameter + " is on page " + name).isNotNull();
                requirePagesAlike(name + "?w=" + own.replace("workspaces/", "") + "&t=thing&f=parent&" + parameter
                        + "={" + id + "}");
                asked++;
            }
            requirePagesAlike(name + "?w=" + own.replace("workspaces/", "") + "&t={entity}");
        }

        assertThat(asked).isGreaterThan(12);
        write("pages");
    }

    /** What the ids in the pages' parameters are of. */
    private static final Map<String, String> PAGE_IDS = Map.ofEntries(
            Map.entry("record id", "record"),
            Map.entry("past id", "record"),
            Map.entry("history r", "record"),
            Map.entry("history who", "member"),
            Map.entry("table done", "plan"),
            Map.entry("table v", "record"),
            Map.entry("job j", "job"),
            Map.entry("job i", "import"),
            Map.entry("import i", "import"),
            Map.entry("import p", "plan"),
            Map.entry("conversation c", "conversation"),
            Map.entry("models r", "modelRequest"),
            Map.entry("readers id", "record"),
            Map.entry("readers e", "event"));

    private void requireAlike(String verb, String path) {
        String last = verb + " " + path.substring(path.lastIndexOf('/') + 1);
        requireAlike(verb, path, BODIES.getOrDefault(last, verb.equals("get") ? "" : "{}"));
    }

    private void requireAlike(String verb, String path, String body) {
        String query = path.endsWith("/imports") ? "?entity=zebrawood&plan=false" : "";
        String type = path.endsWith("/imports") ? "text/csv" : "application/json";
        compare(
                verb + " " + path + " " + body,
                named -> stranger.exchange(
                        verb.toUpperCase(Locale.ROOT),
                        "api/v1/" + filled(path, named) + query,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(body, named)),
                        Map.of("Content-Type", type, "If-Match", "\"1\"")));
    }

    private void requirePagesAlike(String page) {
        compare(page, named -> stranger.page(filled(page, named)));
    }

    /** Something that is asked with ids by their names. */
    private interface Question {
        HttpResponse<String> with(Map<String, String> named);
    }

    private void compare(String what, Question question) {
        int rounds = Integer.parseInt(Objects.requireNonNullElse(System.getenv("FRONTLESS_FOREIGN"), "1"));
        List<Long> theirs = new ArrayList<>();
        List<Long> nobodys = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            // Each is first as often as the other, since whoever comes second finds warm caches.
            boolean swapped = round % 2 == 1;
            Exchange first = timed(question, swapped ? ids.nobodys() : ids.theirs(), swapped ? nobodys : theirs);
            Exchange second = timed(question, swapped ? ids.theirs() : ids.nobodys(), swapped ? theirs : nobodys);

            assertThat(first.status()).as(what + "\n" + first.body()).isLessThan(500);
            assertThat(first).as(what).isEqualTo(second);
        }
        times.add("%8.3f ms %8.3f ms  %s".formatted(median(theirs), median(nobodys), what.strip()));
    }

    private Exchange timed(Question question, Map<String, String> named, List<Long> times) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = question.with(named);
        times.add(System.nanoTime() - begun);
        return Exchange.of(answer).without(ids.words());
    }

    private static double median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2) / 1e6;
    }

    private static String filled(String text, Map<String, String> named) {
        return PARAMETER
                .matcher(text)
                .replaceAll(parameter -> named.getOrDefault(parameter.group(1), "{" + parameter.group(1) + "}"));
    }

    /** Paths with ids and their verbs, as the running product describes itself. */
    private Map<String, Set<String>> paths() {
        JsonObject described = JsonParser.parseString(stranger.exchange(
                                "GET",
                                "openapi?format=JSON",
                                BodyPublishers.noBody(),
                                Map.of("Accept", "application/json"))
                        .body())
                .getAsJsonObject()
                .getAsJsonObject("paths");
        Map<String, Set<String>> paths = new TreeMap<>();
        for (String path : described.keySet()) {
            if (path.contains("{")) {
                Set<String> verbs =
                        new TreeSet<>(described.getAsJsonObject(path).keySet());
                verbs.retainAll(VERBS);
                paths.put(path.replace("/api/v1/", ""), verbs);
            }
        }
        return paths;
    }

    private static List<Path> sources(String folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "web", "src", "main", folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** {@code CheckMailPage.java} is {@code check-mail}; notes stand on the page of their record. */
    private static String pageName(Path source) {
        String name = source.getFileName().toString().replace("Page.java", "");
        return name.equals("Notes")
                ? "record"
                : name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private void write(String name) throws IOException {
        Files.write(Workplace.create("foreign-ids-" + name).resolve("medians.txt"), times);
        times.clear();
    }
}
