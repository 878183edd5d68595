package io.frontless.system.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import io.frontless.system.keycloak.KeycloakRealm;
import io.frontless.system.keycloak.RunningKeycloak;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Another service that a company connects: a realm with rotating refresh tokens, and scopes of mail. */
final class Service {
    static final String PASSWORD = "a password at Keycloak";

    private final Company company;
    private final KeycloakRealm realm;

    private Service(Company company, KeycloakRealm realm) {
        this.company = company;
        this.realm = realm;
    }

    /** One whose refresh tokens are good once, and as many times more as {@code reuse} says. */
    static Service of(RunningProduct product, RunningKeycloak keycloak, int reuse) {
        Company company = Company.founded(product);
        String redirects = product.baseUrl() + "api/v1/workspaces/" + company.id() + "/connections/answers/*";
        return new Service(
                company,
                keycloak.realm(
                        "service-" + company.domain,
                        Service.class,
                        "oauth-realm.json",
                        Map.of("secret", Company.SECRET, "redirects", redirects, "reuse", Integer.toString(reuse))));
    }

    Company company() {
        return company;
    }

    KeycloakRealm realm() {
        return realm;
    }

    /** The path of what is connected. */
    String path() {
        return company.workspace + "/connections";
    }

    /** Declares the realm as a provider, and answers its id. */
    String declare(String clientId, List<String> read, List<String> organise) {
        JsonObject terms = new JsonObject();
        terms.addProperty("label", "Works mail");
        terms.addProperty("issuer", realm.issuer());
        terms.addProperty("clientId", clientId);
        terms.addProperty(
                "secret",
                company.owner
                        .post(path() + "/secrets", Client.object("secret", Company.SECRET))
                        .having(201)
                        .text("secret"));
        terms.add("readScopes", texts(read));
        terms.add("organiseScopes", texts(organise));
        company.run("connection-provider.declare", terms);
        return company.owner
                .get(path() + "/providers")
                .having(200)
                .list("providers")
                .get(0)
                .get("provider")
                .getAsString();
    }

    /** The usual one. */
    String declare() {
        return declare("frontless", List.of("mail.read"), List.of("mail.read", "mail.organise"));
    }

    /** A person at the service; answers their id there. */
    String person(String name) {
        return realm.person(company.address(name), true, PASSWORD);
    }

    /** Where somebody is sent who wants to connect. */
    URI begin(String provider, int level) {
        JsonObject wish = Client.object("provider", provider, "label", "Mail of level " + level);
        wish.addProperty("level", level);
        return address(company.owner.post(path() + "/authorizations", wish));
    }

    /** Where somebody is sent who authorizes anew. */
    URI beginAgain(String connection) {
        return address(company.owner.post(path() + "/authorizations", Client.object("connection", connection)));
    }

    /** Somebody agrees; answers what the provider sends their browser back with. */
    URI agree(URI address, String name) {
        return realm.visitor().signIn(address, company.address(name), PASSWORD);
    }

    /** The browser comes back; answers to which page it is led. */
    String back(Client client, URI answer) {
        return client.get(answer.getRawPath().replaceFirst("^/api/v1/", "") + "?" + answer.getRawQuery())
                .having(303)
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replace(client.origin(), "");
    }

    /** Connects, and answers the connection's id. */
    String connect(String provider, int level, String name) {
        List<String> before = ids();
        back(company.owner, agree(begin(provider, level), name));
        return ids().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was connected"));
    }

    /** A connection as it is listed. */
    JsonObject connection(String id) {
        return list().stream()
                .filter(one -> one.get("connection").getAsString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not connected"));
    }

    List<JsonObject> list() {
        return company.owner.get(path()).having(200).list("connections");
    }

    /** How many events of a kind the service has seen. */
    int seen(String type) {
        return realm.get("events?max=100000&type=" + type).getAsJsonArray().size();
    }

    /** The client that we are there. */
    JsonObject client() {
        return realm.get("clients?clientId=frontless").getAsJsonArray().get(0).getAsJsonObject();
    }

    /** From now on the service grants less. */
    void withdraw(String scope) {
        for (JsonElement one : realm.get("client-scopes").getAsJsonArray()) {
            JsonObject kept = one.getAsJsonObject();
            if (kept.get("name").getAsString().equals(scope)) {
                realm.delete("clients/" + client().get("id").getAsString() + "/optional-client-scopes/"
                        + kept.get("id").getAsString());
            }
        }
    }

    private List<String> ids() {
        return list().stream().map(one -> one.get("connection").getAsString()).toList();
    }

    private static URI address(Answer begun) {
        return URI.create(begun.having(201).text("address"));
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
