package io.frontless.system.rest;

import static io.frontless.system.rest.ScimClients.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import io.frontless.system.keycloak.KeycloakExtension;
import io.frontless.system.keycloak.KeycloakRealm;
import io.frontless.system.keycloak.RunningKeycloak;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A directory provisions people and groups by SCIM 2.0 (RFC 7643, RFC 7644), in the forms of the standard and of those who bend it. */
@SystemTest
@ExtendWith(KeycloakExtension.class)
class ScimIT {
    private static final String PASSWORD = "a password at Keycloak";
    private static final Map<String, String> SCIM = Map.of("Content-Type", "application/scim+json");

    private final RunningProduct product;
    private final RunningKeycloak keycloak;
    private final Company company;
    private final String users;
    private final String groups;
    private final Client directory;

    ScimIT(RunningProduct product, RunningKeycloak keycloak) {
        this.product = product;
        this.keycloak = keycloak;
        company = Company.founded(product);
        users = company.workspace + "/scim/v2/Users";
        groups = company.workspace + "/scim/v2/Groups";
        directory = directory("ADMIN");
    }

    @Test
    void personIsCreatedReadChangedAndRemoved() {
        Answer made = directory.post(users, user("ada"), SCIM).having(201);
        String path = users + "/" + made.text("id");

        assertThat(made.type()).startsWith("application/scim+json");
        assertThat(made.header("Location").orElseThrow()).endsWith(path);
        assertThat(made.json().getAsJsonObject("meta").get("resourceType").getAsString())
                .isEqualTo("User");
        assertThat(directory.get(path).having(200).text("displayName")).isEqualTo("Ada of the directory");
        String changed = user("ada").replace("Ada of the directory", "Ada Renamed");
        assertThat(directory.put(path, changed, SCIM).having(200).text("displayName"))
                .isEqualTo("Ada Renamed");
        directory.delete(path).having(204);
        directory.get(path).having(404);
        directory.delete(path).having(404);
        List<JsonObject> events =
                company.owner.get(company.workspace + "/events?limit=3").list("events");
        assertThat(events)
                .extracting(event -> event.get("action").getAsString())
                .containsExactly("directory.remove", "directory.update", "directory.add");
        assertThat(events).allSatisfy(event -> assertThat(
                        event.getAsJsonObject("actor").get("kind").getAsString())
                .isEqualTo("API_KEY"));
    }

    @Test
    void removalIsUndone() {
        String path = users + "/" + directory.post(users, user("ada"), SCIM).text("id");
        directory.delete(path).having(204);
        String event = company.owner
                .get(company.workspace + "/events?limit=1")
                .list("events")
                .get(0)
                .get("event_id")
                .getAsString();

        JsonObject undo = company.owner
                .post(company.workspace + "/undo", "{\"event\": \"" + event + "\"}")
                .having(201)
                .json();
        company.owner.execute(company.workspace, undo).having(200);

        directory.get(path).having(200);
    }

    @Test
    void listsAreFilteredAndPaged() {
        for (String name : List.of("ada", "bob", "cleo")) {
            directory.post(users, user(name), SCIM).having(201);
        }

        assertThat(found("userName eq \"ADA\"")).isEqualTo(1);
        assertThat(found("externalId eq \"x-bob\"")).isEqualTo(1);
        assertThat(found("externalId eq \"X-BOB\"")).isZero();
        assertThat(found("userName sw \"a\" or userName co \"le\"")).isEqualTo(2);
        assertThat(found("emails[type eq \"work\" and value co \"@\"]")).isEqualTo(3);
        assertThat(found("not (userName eq \"ada\") and active eq true")).isEqualTo(2);
        assertThat(found("urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"bob\""))
                .isEqualTo(1);
        assertThat(found("meta.created gt \"2020-01-01T00:00:00Z\"")).isEqualTo(3);
        assertThat(found("title pr")).isZero();
        JsonObject page =
                directory.get(users + "?startIndex=2&count=1").having(200).json();
        assertThat(page.get("totalResults").getAsInt()).isEqualTo(3);
        assertThat(page.get("itemsPerPage").getAsInt()).isEqualTo(1);
        assertThat(page.getAsJsonArray("Resources")
                        .get(0)
                        .getAsJsonObject()
                        .get("userName")
                        .getAsString())
                .isEqualTo("bob");
        assertThat(directory.get(users + "?count=0").json().get("totalResults").getAsInt())
                .isEqualTo(3);
    }

    @Test
    void patchesOfTheStandardEntraAndOktaAreUnderstood() {
        String path = users + "/" + directory.post(users, user("ada"), SCIM).text("id");

        patch(path, "{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}");
        assertThat(directory.get(path).json().get("active").getAsBoolean()).isFalse();
        patch(path, "{\"op\": \"replace\", \"value\": {\"active\": true}}");
        assertThat(directory.get(path).json().get("active").getAsBoolean()).isTrue();
        patch(path, "{\"op\": \"Add\", \"value\": {\"name.formatted\": \"Ada by Entra\"}}");
        assertThat(directory.get(path).text("displayName")).isEqualTo("Ada by Entra");
        patch(
                path,
                "{\"op\": \"Replace\", \"path\": \"emails[type eq \\\"work\\\"].value\", \"value\": \""
                        + company.address("ada.new") + "\"}");
        assertThat(directory.get(path).body()).contains(company.address("ada.new"));
        patch(path, "{\"op\": \"remove\", \"path\": \"externalId\"}");
        assertThat(directory.get(path).json().has("externalId")).isFalse();
        patch(
                path,
                "{\"op\": \"add\", \"path\": \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department\", \"value\": \"R\"}");
    }

    @Test
    void groupsAreRoles() {
        String ada = directory.post(users, user("ada"), SCIM).text("id");
        String bob = directory.post(users, user("bob"), SCIM).text("id");
        String members = "[{\"value\": \"" + ada + "\"}]";

        Answer made = directory
                .post(groups, "{\"displayName\": \"Sales Team\", \"members\": " + members + "}", SCIM)
                .having(201);
        String path = groups + "/" + made.text("id");
        assertThat(made.text("id")).isEqualTo("sales_team");
        patch(path, "{\"op\": \"Add\", \"path\": \"members\", \"value\": [{\"value\": \"" + bob + "\"}]}");
        assertThat(directory.get(path).list("members")).hasSize(2);
        patch(path, "{\"op\": \"Remove\", \"path\": \"members[value eq \\\"" + ada + "\\\"]\"}");
        patch(path, "{\"op\": \"Remove\", \"path\": \"members\", \"value\": [{\"value\": \"" + bob + "\"}]}");
        assertThat(directory.get(path).list("members")).isEmpty();
        patch(path, "{\"op\": \"replace\", \"value\": {\"displayName\": \"Field Sales\"}}");
        assertThat(directory.get(path).text("displayName")).isEqualTo("Field Sales");
        assertThat(directory.get(groups + "/VIEWER").list("members")).hasSize(2);
        directory.delete(path).having(204);
        directory.get(path).having(404);
        directory.get(groups + "/OWNER").having(404);
    }

    @Test
    void provisionedPersonComesInWithTheirRoleAndIsOutAtOnceWhenDeactivated() {
        KeycloakRealm realm = keycloak.realm(
                "scim-" + company.domain,
                OidcIT.class,
                "oidc-realm.json",
                Map.of(
                        "secret",
                        Company.SECRET,
                        "redirects",
                        product.baseUrl() + "api/v1/provider-sign-ins/" + company.id() + "/*"));
        String provider = company.connect(realm.issuer(), Map.of("admits", false));
        realm.person(company.address("ada"), true, PASSWORD);
        String path = users + "/"
                + directory.post(users, user("ada"), SCIM).having(201).text("id");
        directory
                .put(
                        groups + "/VIEWER",
                        "{\"displayName\": \"Viewer\", \"members\": [{\"value\": \"" + last(path) + "\"}]}",
                        SCIM)
                .having(200);

        Company.Browser browser = company.browser();
        assertThat(signIn(realm, browser, provider)).isEqualTo("/");
        Client ada = browser.client();
        assertThat(ada.get(company.workspace + "/me").having(200).text("role")).isEqualTo("VIEWER");

        patch(path, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}");

        ada.get(company.workspace + "/me").having(401);
        assertThat(signIn(realm, company.browser(), provider)).isEqualTo("/sso?problem=NOT_A_MEMBER");
        patch(path, "{\"op\": \"replace\", \"path\": \"active\", \"value\": true}");
        Company.Browser again = company.browser();
        assertThat(signIn(realm, again, provider)).isEqualTo("/");
        directory.delete(path).having(204);
        again.client().get(company.workspace + "/me").having(401);
        assertThat(company.members()).hasSize(1);
    }

    @Test
    void memberIsFoundByTheirAddressAndTheLastOwnerStays() {
        Answer made = directory.post(users, user("owner"), SCIM).having(201);
        String path = users + "/" + made.text("id");

        assertThat(made.json().getAsJsonArray("groups").toString()).contains("OWNER");
        directory.delete(path).having(403);
        directory
                .patch(path, operations("{\"op\": \"replace\", \"path\": \"active\", \"value\": false}"), SCIM)
                .having(403);
        company.owner.get(company.workspace + "/me").having(200);
        Client byOwner = directory("OWNER");
        byOwner.delete(path).having(409);
        company.owner.get(company.workspace + "/me").having(200);
    }

    @Test
    void fiftyAtATimeMakeNobodyTwice() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Integer>> requests = new ArrayList<>();
            IntStream.range(0, 50)
                    .forEach(number -> requests.add(() ->
                            directory.post(users, user("p" + number % 25), SCIM).status()));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(requests)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(201, 409);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(25);
        } finally {
            threads.shutdownNow();
        }
        assertThat(found("userName sw \"p\"")).isEqualTo(25);
    }

    @Test
    void versionThatIsNotThePresentOneIsRefused() {
        Answer made = directory.post(users, user("ada"), SCIM);
        String path = users + "/" + made.text("id");
        String tag = made.header("ETag").orElseThrow();
        Map<String, String> expecting = Map.of("Content-Type", "application/scim+json", "If-Match", tag);

        directory.put(path, user("ada").replace("Ada", "Eve"), expecting).having(200);
        directory.put(path, user("ada").replace("Ada", "Mal"), expecting).having(412);

        assertThat(directory.get(path).text("displayName")).isEqualTo("Eve of the directory");
    }

    @Test
    void whatIsWrongIsAnsweredInTheFormOfTheStandard() {
        directory.post(users, user("ada"), SCIM).having(201);

        error(directory.post(users, user("ada"), SCIM), 409, "uniqueness");
        error(directory.get(users + "?filter=userName%20xx%20%22a%22"), 400, "invalidFilter");
        error(directory.get(users + "?filter=%28%28%28"), 400, "invalidFilter");
        error(directory.get(users + "?filter=" + "%28".repeat(900)), 400, "invalidFilter");
        error(directory.post(users, "{\"userName\": ", SCIM), 400, "invalidSyntax");
        error(directory.post(users, "{\"userName\": 7}", SCIM), 400, "invalidValue");
        error(directory.post(users, "{}", SCIM), 400, "invalidValue");
        error(directory.post(users, "{\"userName\": \"someone\"}", SCIM), 400, "invalidValue");
        error(directory.post(users, user("x").replace("@", "@gmail.com@"), SCIM), 400, "invalidValue");
        error(directory.post(users, user("x").replace("true", "\"perhaps\""), SCIM), 400, "invalidValue");
        String path = users + "/" + directory.post(users, user("eve"), SCIM).text("id");
        error(directory.patch(path, operations("{\"op\": \"explode\"}"), SCIM), 400, "invalidSyntax");
        error(directory.patch(path, operations("{\"op\": \"remove\"}"), SCIM), 400, "invalidPath");
        error(
                directory.patch(path, operations("{\"op\": \"add\", \"path\": \"a b c\", \"value\": 1}"), SCIM),
                400,
                "invalidPath");
        error(directory.patch(path, "{\"Operations\": []}", SCIM), 400, "invalidSyntax");
        error(directory.post(users, "{\"userName\": \"" + "x".repeat(2_000_000) + "\"}", SCIM), 413, null);
        error(directory.get(users + "/17"), 404, null);
        error(directory.post(company.workspace + "/scim/v2/Bulk", "{}", SCIM), 501, null);
        error(new Client(product).get(users), 401, null);
    }

    @Test
    void personOfAnotherWorkspaceIsAnsweredAsNobody() {
        Company other = Company.founded(product);
        String theirs = ScimClients.of(product, other, "ADMIN")
                .post(other.workspace + "/scim/v2/Users", ScimClients.user(other, "eve"), SCIM)
                .having(201)
                .text("id");
        String nobodys = UUID.randomUUID().toString();

        for (String id : List.of(theirs, nobodys)) {
            directory.get(users + "/" + id).having(404);
            directory.delete(users + "/" + id).having(404);
            directory.put(users + "/" + id, user("eve"), SCIM).having(404);
            directory
                    .post(groups, "{\"displayName\": \"G\", \"members\": [{\"value\": \"" + id + "\"}]}", SCIM)
                    .having(404);
        }
        directory.get(other.workspace + "/scim/v2/Users").having(404);
    }

    @Test
    void serviceSaysWhatItCan() {
        JsonObject config = directory
                .get(company.workspace + "/scim/v2/ServiceProviderConfig")
                .having(200)
                .json();

        assertThat(config.getAsJsonObject("bulk").get("supported").getAsBoolean())
                .isFalse();
        assertThat(config.getAsJsonObject("patch").get("supported").getAsBoolean())
                .isTrue();
        assertThat(directory.get(company.workspace + "/scim/v2/ResourceTypes").list("Resources"))
                .hasSize(2);
        assertThat(directory.get(company.workspace + "/scim/v2/Schemas").list("Resources"))
                .hasSize(2);
    }

    @Test
    void keyAsItIsOpensNothingButScim() {
        directory.get(company.workspace + "/me").having(401);
        directory.get(company.workspace + "/events").having(401);
        directory("VIEWER").get(users).having(403);
        new Client(product)
                .withToken("01900000-0000-7000-8000-000000000001~flk_00")
                .get(users)
                .having(401);
    }

    /** A program that shows a key of this role as it is. */
    private Client directory(String role) {
        return ScimClients.of(product, company, role);
    }

    private String user(String name) {
        return ScimClients.user(company, name);
    }

    private void patch(String path, String operation) {
        directory.patch(path, operations(operation), SCIM).having(200);
    }

    private static String operations(String operation) {
        return "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": [" + operation
                + "]}";
    }

    private int found(String filter) {
        String encoded = URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return directory
                .get(users + "?filter=" + encoded)
                .having(200)
                .json()
                .get("totalResults")
                .getAsInt();
    }

    private String signIn(KeycloakRealm realm, Company.Browser browser, String provider) {
        URI answer = realm.visitor().signIn(browser.begin(company, provider), company.address("ada"), PASSWORD);
        return browser.back(answer);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
