package io.frontless.system.keycloak;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.frontless.system.ProductTls;
import java.net.URI;
import java.net.http.HttpClient;

/** A realm at Keycloak: one issuer with its people, clients and keys. */
public final class KeycloakRealm {
    private final String name;
    private final URI baseUrl;
    private final KeycloakAdmin admin;
    private final ProductTls tls;

    KeycloakRealm(String name, URI baseUrl, KeycloakAdmin admin, ProductTls tls) {
        this.name = name;
        this.baseUrl = baseUrl;
        this.admin = admin;
        this.tls = tls;
    }

    /** The issuer, as its tokens and its discovery document name it. */
    public String issuer() {
        return baseUrl.resolve("realms/" + name).toString();
    }

    /** An endpoint of its OpenID Connect protocol: {@code auth}, {@code token}, {@code certs}, {@code logout}. */
    public URI endpoint(String endpoint) {
        return baseUrl.resolve("realms/" + name + "/protocol/openid-connect/" + endpoint);
    }

    /** Its part of the administration; a path such as {@code users} follows {@code admin/realms/NAME/}. */
    public JsonElement get(String path) {
        return admin.get(path(path));
    }

    /** Makes something in the realm and answers its id. */
    public String post(String path, JsonElement body) {
        String location = admin.post(path(path), body);
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Replaces something in the realm. */
    public void put(String path, JsonElement body) {
        admin.put(path(path), body);
    }

    /** Removes something from the realm. */
    public void delete(String path) {
        admin.delete(path(path));
    }

    /** A person who can sign in with this password and has nothing else to do first; answers their id, which is the {@code sub} of their tokens. */
    public String person(String email, boolean emailVerified, String password) {
        JsonObject credential = new JsonObject();
        credential.addProperty("type", "password");
        credential.addProperty("value", password);
        credential.addProperty("temporary", false);
        JsonArray credentials = new JsonArray();
        credentials.add(credential);
        JsonObject user = new JsonObject();
        user.addProperty("username", email);
        user.addProperty("email", email);
        user.addProperty("emailVerified", emailVerified);
        user.addProperty("enabled", true);
        user.addProperty("firstName", "Grace");
        user.addProperty("lastName", "Test");
        user.add("credentials", credentials);
        return post("users", user);
    }

    /** From now on new tokens are signed with a new key; the ones before can still be verified. */
    public void rotateKeys() {
        JsonObject key = JsonParser.parseString("""
                        {"name": "next", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                         "config": {"priority": ["1000"], "enabled": ["true"], "active": ["true"], "algorithm": ["RS256"], "keySize": ["2048"]}}
                        """).getAsJsonObject();
        post("components", key);
    }

    /** A person's browser at its sign-in page, without the browser. */
    public KeycloakVisitor visitor() {
        return new KeycloakVisitor(
                HttpClient.newBuilder().sslContext(tls.context()).build());
    }

    private String path(String path) {
        return "admin/realms/" + name + "/" + path;
    }
}
