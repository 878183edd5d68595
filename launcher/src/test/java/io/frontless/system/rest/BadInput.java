package io.frontless.system.rest;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A request that is wrong, and what it must be answered.
 *
 * @param path after the workspace; {@code {id}} stands for the id of a record, there and in bodies
 * @param body of the id of that record
 * @param field which field the problem names; null where none is to blame
 */
record BadInput(
        String what,
        String method,
        String path,
        Function<String, BodyPublisher> body,
        int status,
        @Nullable String field) {

    private static final String PLANS = "/plans";
    private static final int BODY_BYTES = 50 * 1024 * 1024;
    private static final int DEPTH = 10_000;

    /** Records with wrong values. */
    static List<BadInput> values() {
        return List.of(
                create("unknown field", "\"nonsense\": 1", "nonsense"),
                create("text for an amount", "\"code\": \"X1\", \"amount\": \"much\"", "amount"),
                create("number for a text", "\"code\": 17", "code"),
                create("missing required", "\"amount\": 1", "code"),
                create("blank for required", "\"code\": \"  \"", "code"),
                create("null for required", "\"code\": null", "code"),
                create("too many whole digits", "\"code\": \"X1\", \"amount\": 123456789012345", "amount"),
                create("too many decimal places", "\"code\": \"X1\", \"amount\": 1.23456", "amount"),
                create("whole number out of range", "\"code\": \"X1\", \"size\": 9007199254740992", "size"),
                create("part of a whole number", "\"code\": \"X1\", \"size\": 1.5", "size"),
                create("number of 400 digits", "\"code\": \"X1\", \"amount\": 1" + "0".repeat(400), null),
                create("1e400", "\"code\": \"X1\", \"amount\": 1e400", null),
                create("1e-400", "\"code\": \"X1\", \"amount\": 1e-400", null),
                create("1e99999999999", "\"code\": \"X1\", \"amount\": 1e99999999999", null),
                create("NaN", "\"code\": \"X1\", \"amount\": NaN", "body"),
                create("unknown option", "\"code\": \"X1\", \"kind\": \"green\"", "kind"),
                create("30 February", "\"code\": \"X1\", \"day\": \"2026-02-30\"", "day"),
                create("time without offset", "\"code\": \"X1\", \"moment\": \"2026-02-03T10:00:00\"", "moment"),
                create("time before year 1", "\"code\": \"X1\", \"moment\": \"0001-01-01T00:00:00+14:00\"", "moment"),
                create("time after 9999", "\"code\": \"X1\", \"moment\": \"9999-12-31T23:59:59-14:00\"", "moment"),
                create("no address", "\"code\": \"X1\", \"mail\": \"nobody\"", "mail"),
                create("script as a link", "\"code\": \"X1\", \"link\": \"javascript:alert(1)\"", "link"),
                create("text for yes or no", "\"code\": \"X1\", \"done\": \"yes\"", "done"),
                create("object for a value", "\"code\": {\"a\": 1}", "code"),
                create("list for a value", "\"code\": [1]", "code"),
                create("text of 501 characters", "\"code\": \"" + "x".repeat(501) + "\"", "code"),
                create("lone surrogate", "\"code\": \"\\ud800\"", null),
                create("NUL", "\"code\": \"a\\u0000b\"", null),
                create("reference to nothing", "\"code\": \"X1\", \"parent\": \"nobody\"", "parent"),
                create(
                        "reference to an id that never was",
                        "\"code\": \"X1\", \"parent\": \"01900000-0000-7000-8000-000000000000\"",
                        "parent"),
                conflict("duplicate unique value", "\"code\": \"FIRST\"", "code"));
    }

    /** Wrong plans. */
    static List<BadInput> plans() {
        String update = "{\"operations\": [{\"op\": \"record.update\", %s\"params\": {\"entity\": \"item\","
                + " \"id\": \"%s\", \"values\": {\"amount\": 5}}}]}";
        return List.of(
                plan(
                        "unknown entity",
                        operation("record.create", "\"entity\": \"nothing\", \"values\": {}"),
                        404,
                        "entity"),
                plan("unknown op", operation("record.explode", "\"entity\": \"item\""), 400, "op"),
                plan("SQL for an op", operation("'; drop table record; --", "\"entity\": \"item\""), 400, "op"),
                plan(
                        "unknown parameter",
                        operation("entity.delete", "\"entity\": \"item\", \"force\": true"),
                        400,
                        "force"),
                plan("missing parameter", operation("entity.update", "\"entity\": \"item\""), 400, "label"),
                plan(
                        "params that are a list",
                        "{\"operations\": [{\"op\": \"entity.delete\", \"params\": []}]}",
                        400,
                        "operations[0].params"),
                plan("unknown name in a plan", "{\"operations\": [], \"dryRun\": true}", 400, null),
                plan("no operations", "{\"operations\": []}", 400, "operations"),
                plan("operations left out", "{}", 400, "operations"),
                plan("operations that are a text", "{\"operations\": \"all\"}", 400, "operations"),
                plan(
                        "two steps of one id",
                        "{\"operations\": [{\"id\": \"a\", \"op\": \"x\", \"params\": {}}, {\"id\": \"a\", \"op\": \"x\", \"params\": {}}]}",
                        400,
                        "operations.id"),
                plan("stale version", update.formatted("\"expectVersion\": 7, ", "{id}"), 409, "item.version"),
                plan(
                        "version of what does not exist yet",
                        "{\"operations\": [{\"op\": \"record.create\", \"expectVersion\": 1, \"params\": {\"entity\": \"item\","
                                + " \"values\": {\"code\": \"X9\"}}}]}",
                        400,
                        "expectVersion"),
                plan("version 0", update.formatted("\"expectVersion\": 0, ", "{id}"), 400, "s1.expectVersion"),
                plan("part of a version", update.formatted("\"expectVersion\": 1.5, ", "{id}"), 400, "expectVersion"),
                plan(
                        "record that never was",
                        update.formatted("", "01900000-0000-7000-8000-000000000000"),
                        404,
                        "record"),
                plan("id that is none", update.formatted("", "17"), 400, "id"),
                plan("founding in a plan", operation("workspace.create", "\"label\": \"Mine\""), 403, null),
                plan(
                        "undo by an operation's back door",
                        "{\"operations\": [{\"op\": \"entity.delete\", \"undoes\": \"{id}\", \"params\": {\"entity\": \"item\"}}]}",
                        400,
                        "operations[0].undoes"));
    }

    /** Wrong plans about ways in. */
    static List<BadInput> ways() {
        return List.of(
                plan("issuer without TLS", provider("http://login.example", "[\"works.example\"]"), 400, "issuer"),
                plan(
                        "issuer with a query",
                        provider("https://login.example?a=1", "[\"works.example\"]"),
                        400,
                        "issuer"),
                plan("domain that is none", provider("https://login.example", "[\"*\"]"), 400, "domains"),
                plan("no domains", provider("https://login.example", "[]"), 400, "domains"),
                plan(
                        "admitting as if one were a provider",
                        operation(
                                "member.admit",
                                "\"member\": \"01900000-0000-7000-8000-000000000000\", \"role\": \"ADMIN\""),
                        403,
                        null));
    }

    /** Bodies that are no plan at all. */
    static List<BadInput> bodies() {
        return List.of(
                plan(
                        "5,001 operations",
                        "{\"operations\": ["
                                + IntStream.rangeClosed(1, 5_001)
                                        .mapToObj(i -> "{\"op\": \"x\", \"params\": {}}")
                                        .collect(Collectors.joining(","))
                                + "]}",
                        400,
                        "operations"),
                plan("nothing", "", 400, "body"),
                plan("blanks", "   ", 400, "body"),
                plan("half an object", "{\"operations\": [", 400, "body"),
                plan("two objects", "{\"operations\": []} {}", 400, "body"),
                plan("a list", "[]", 400, "body"),
                plan("a text", "\"plan\"", 400, "body"),
                plan("a comment", "{/* */}", 400, "body"),
                plan("single quotes", "{'operations': []}", 400, "body"),
                plan("duplicate names", "{\"operations\": [], \"operations\": []}", 400, "body"),
                plan("lists 10,000 deep", "{\"operations\": " + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}", 400, null),
                plan("objects 10,000 deep", "{\"a\": ".repeat(DEPTH) + "1" + "}".repeat(DEPTH), 400, null),
                plan("lists that never end", "{\"operations\": " + "[".repeat(DEPTH), 400, null),
                new BadInput(
                        "bytes that are not UTF-8",
                        "POST",
                        PLANS,
                        record ->
                                BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'}),
                        400,
                        "body"),
                new BadInput("a body of 50 MB", "POST", PLANS, record -> large(), 413, "body"));
    }

    /** Requests that are wrong before anybody reads their bodies. */
    static List<BadInput> requests() {
        return List.of(
                new BadInput("unsupported method", "PUT", PLANS, BadInput::nothing, 405, null),
                new BadInput("replacing a record", "PUT", "/entities/item/records/{id}", BadInput::nothing, 405, null),
                new BadInput(
                        "unsupported media type",
                        "POST",
                        "/imports?entity=X",
                        record -> BodyPublishers.ofString("{}"),
                        415,
                        null),
                get("unknown path", "/nonsense", 404, null),
                get("unknown entity", "/entities/nothing/records", 404, "entity"),
                get("unknown record", "/entities/item/records/01900000-0000-7000-8000-000000000000", 404, "record"),
                get("id that is none", "/entities/item/records/17", 404, "record"),
                get("unknown plan", "/plans/01900000-0000-7000-8000-000000000000", 404, "plan"),
                get("unknown event", "/events/01900000-0000-7000-8000-000000000000", 404, "event"),
                get("unknown filter", "/entities/item/records?nonsense=1", 400, "nonsense"),
                get("limit above its bound", "/events?limit=201", 400, "limit"),
                get("limit of 0", "/events?limit=0", 400, "limit"),
                get("limit that is none", "/events?limit=many", 400, "limit"),
                get("limit beyond integers", "/events?limit=99999999999", 400, "limit"),
                get("negative offset", "/entities/item/records?offset=-1", 400, "offset"),
                get("NUL in a filter", "/entities/item/records?code=%00", 400, null),
                get("NUL in an event filter", "/events?entity=%00", 400, null),
                get("date that is none in a filter", "/entities/item/records?day=someday", 400, "day"),
                get("order by nothing", "/entities/item/records?sort=nonsense", 400, "sort"));
    }

    /** Queries that are wrong. */
    static List<BadInput> queries() {
        String many = IntStream.range(0, 1_001).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String wide = IntStream.range(0, 101).mapToObj(n -> "{\"all\": []}").collect(Collectors.joining(", "));
        return List.of(
                query("no entity", "{}", 400, "entity"),
                query("unknown entity", "{\"entity\": \"nothing\"}", 404, "entity"),
                query("unknown part", item("\"order\": []"), 400, "order"),
                query("unknown field", where("nonsense", "eq", "1"), 400, "nonsense"),
                query("unknown comparison", where("code", "like", "1"), 400, "filter.op"),
                query("text for a number", where("size", "eq", "\"1\""), 400, "size"),
                query("number for a text", where("code", "eq", "1"), 400, "code"),
                query("part of a number", where("amount", "contains", "1"), 400, "amount"),
                query("order of references", where("parent", "lt", "\"First\""), 400, "parent"),
                query("reference to nothing", where("parent", "eq", "\"Nobody\""), 400, "parent"),
                query("path through a text", where("code.parent", "eq", "\"a\""), 400, "code.parent"),
                query("path of five", where("parent.parent.parent.parent.code", "eq", "\"a\""), 400, "filter.field"),
                query("list for one", where("size", "eq", "[1]"), 400, "size"),
                query("giant list", where("size", "in", "[" + many + "]"), 400, "size"),
                query("date that is none", where("day", "eq", "\"someday\""), 400, "day"),
                query("year 99999", where("day", "eq", "\"today+9999y\""), 400, "day"),
                query("wide tree", item("\"filter\": {\"any\": [" + wide + "]}"), 400, "filter"),
                query("deep tree", item("\"filter\": " + "{\"not\": ".repeat(40) + "1" + "}".repeat(40)), 400, null),
                query("search for signs", item("\"search\": \"--\""), 400, "search"),
                query("order by nothing", item("\"sort\": [{\"field\": \"nonsense\"}]"), 400, "sort"),
                query("columns of nothing", item("\"columns\": [\"nonsense\"]"), 400, "columns"),
                query("limit of 0", item("\"limit\": 0"), 400, "limit"),
                query("part of a limit", item("\"limit\": 1.5"), 400, "limit"),
                query("cursor that is none", item("\"cursor\": \"e30\""), 400, "cursor"),
                query("cursor that is a number", item("\"cursor\": 7"), 400, "cursor"),
                query(
                        "sum of texts",
                        item("\"group\": {\"aggregates\": [{\"function\": \"sum\", \"field\": \"code\"}]}"),
                        400,
                        "code"),
                query(
                        "months of numbers",
                        item("\"group\": {\"by\": [{\"field\": \"size\", \"bucket\": \"month\"}]}"),
                        400,
                        "size"),
                query("groups by nothing", item("\"group\": {}"), 400, "group"));
    }

    private static BadInput query(String what, String body, int status, @Nullable String field) {
        return new BadInput(what, "POST", "/query", record -> BodyPublishers.ofString(body), status, field);
    }

    private static String item(String more) {
        return "{\"entity\": \"item\", " + more + "}";
    }

    private static String where(String field, String op, String value) {
        return item("\"filter\": {\"field\": \"" + field + "\", \"op\": \"" + op + "\", \"value\": " + value + "}");
    }

    private static BadInput create(String what, String values, @Nullable String field) {
        return plan(what, operation("record.create", "\"entity\": \"item\", \"values\": {" + values + "}"), 400, field);
    }

    private static BadInput conflict(String what, String values, String field) {
        return plan(what, operation("record.create", "\"entity\": \"item\", \"values\": {" + values + "}"), 409, field);
    }

    private static String provider(String issuer, String domains) {
        return operation(
                "idp.connect",
                "\"label\": \"L\", \"issuer\": \"" + issuer
                        + "\", \"clientId\": \"c\", \"role\": \"MEMBER\", \"domains\": " + domains
                        + ", \"secret\": \"01900000-0000-7000-8000-000000000000\"");
    }

    private static BadInput plan(String what, String body, int status, @Nullable String field) {
        return new BadInput(
                what, "POST", PLANS, record -> BodyPublishers.ofString(body.replace("{id}", record)), status, field);
    }

    private static BadInput get(String what, String path, int status, @Nullable String field) {
        return new BadInput(what, "GET", path, BadInput::nothing, status, field);
    }

    private static String operation(String op, String params) {
        return "{\"operations\": [{\"op\": \"" + op + "\", \"params\": {" + params + "}}]}";
    }

    private static BodyPublisher nothing(String record) {
        return BodyPublishers.noBody();
    }

    private static BodyPublisher large() {
        byte[] bytes = new byte[BODY_BYTES];
        Arrays.fill(bytes, (byte) 'a');
        bytes[0] = '{';
        bytes[1] = '"';
        return BodyPublishers.ofByteArray(bytes);
    }

    @Override
    public String toString() {
        return what;
    }
}
