package io.frontless.system.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A company with a mail domain of its own, an owner and a workspace; and whoever comes to it by a provider. */
final class Company {
    static final String SECRET = "between us: ä+%&";

    private final RunningProduct product;
    final String domain = "c" + UUID.randomUUID().toString().substring(0, 13) + ".example";
    final Client owner;
    final String workspace;

    private Company(RunningProduct product) {
        this.product = product;
        this.owner = person("owner");
        this.workspace = owner.found("Company " + domain);
    }

    static Company founded(RunningProduct product) {
        return new Company(product);
    }

    /** Another company. */
    Company another() {
        return new Company(product);
    }

    /** Somebody with an account and a password. */
    Client person(String name) {
        Client client = new Client(product);
        client.register(address(name)).having(202);
        client.confirm(address(name)).having(204);
        client.signIn(address(name)).having(201);
        return client;
    }

    String address(String name) {
        return name + "@" + domain;
    }

    /** Connects a provider and answers its id; {@code more} replaces or adds terms. */
    String connect(String issuer, Map<String, Object> more) {
        String secret = owner.post(workspace + "/identity-providers/secrets", Client.object("secret", SECRET))
                .having(201)
                .text("secret");
        JsonObject terms = new JsonObject();
        terms.addProperty("label", "Company sign-in");
        terms.addProperty("issuer", issuer);
        terms.addProperty("clientId", "frontless");
        terms.addProperty("secret", secret);
        JsonArray domains = new JsonArray();
        domains.add(domain);
        terms.add("domains", domains);
        terms.addProperty("role", "MEMBER");
        terms.addProperty("admits", true);
        terms.addProperty("exclusive", false);
        more.forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                terms.addProperty(name, flag);
            } else if (value instanceof Number number) {
                terms.addProperty(name, number);
            } else {
                terms.addProperty(name, value.toString());
            }
        });
        run("idp.connect", terms);
        return owner.get(workspace + "/identity-providers")
                .having(200)
                .list("providers")
                .get(0)
                .get("provider")
                .getAsString();
    }

    /** Has the owner do one operation. */
    Answer run(String op, JsonObject params) {
        return owner.execute(
                        workspace,
                        owner.post(workspace + "/plans", Client.plan(op, params))
                                .having(201)
                                .json())
                .having(200);
    }

    /** The id of a member by their address. */
    String member(String name) {
        return members().stream()
                .filter(member -> member.get("email").getAsString().equals(address(name)))
                .map(member -> member.get("member").getAsString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is no member"));
    }

    List<JsonObject> members() {
        return owner.get(workspace + "/members").having(200).list("members");
    }

    /** A browser that knows nothing yet. */
    Browser browser() {
        return new Browser(product);
    }

    String id() {
        return workspace.replace("workspaces/", "");
    }

    /** A browser as far as signing in goes: it keeps the product's cookies and follows nothing. */
    static final class Browser {
        private final RunningProduct product;
        private final Map<String, String> cookies = new LinkedHashMap<>();

        private Browser(RunningProduct product) {
            this.product = product;
        }

        /** Comes with the session of somebody who has signed in by password. */
        Browser in(Client client) {
            cookies.put("__Host-frontless", client.token());
            return this;
        }

        /** Sets out for the provider; answers where it is sent. */
        URI begin(Company company, String provider) {
            return location(get("api/v1/provider-sign-ins/" + company.id() + "/" + provider));
        }

        /** Comes back; answers where it is sent. */
        String back(URI answer) {
            return location(get(answer.getRawPath().substring(1) + "?" + answer.getRawQuery()))
                    .toString();
        }

        /** The session that it is in, for a client that sends it as a bearer. */
        Client client() {
            return new Client(product).withToken(cookies.get("__Host-frontless"));
        }

        boolean isSignedIn() {
            return cookies.containsKey("__Host-frontless");
        }

        HttpResponse<String> get(String path) {
            StringBuilder all = new StringBuilder();
            cookies.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            HttpResponse<String> answer = new Client(product)
                    .exchange("GET", path, BodyPublishers.noBody(), Map.of("Cookie", all.toString()));
            for (String cookie : answer.headers().allValues("set-cookie")) {
                String pair = cookie.split(";", 2)[0];
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            return answer;
        }

        private URI location(HttpResponse<String> answer) {
            if (answer.statusCode() != 303) {
                throw new AssertionError(answer.statusCode() + ": " + answer.body());
            }
            String location = answer.headers().firstValue("location").orElseThrow();
            return URI.create(location.replace(product.baseUrl().toString(), "/"));
        }
    }
}
