package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.RunningProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Directories of companies, and what they send and get. */
final class ScimClients {

    private ScimClients() {}

    /** One that shows an API key of this role as it is. */
    static Client of(RunningProduct product, Company company, String role) {
        JsonObject key = Client.object(
                "label",
                "Directory",
                "role",
                role,
                "expiresAt",
                Instant.now().plus(Duration.ofDays(1)).toString());
        JsonObject made = company.run("apikey.create", key).list("secrets").get(0);
        return new Client(product)
                .withToken(
                        made.get("key").getAsString() + "~" + made.get("secret").getAsString());
    }

    /** A person of a company, in the form of RFC 7643. */
    static String user(Company company, String name) {
        String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%1$s", "externalId": "x-%1$s",
                 "displayName": "%2$s of the directory", "active": true,
                 "emails": [{"value": "%3$s", "type": "work", "primary": true}]}
                """.formatted(name, title, company.address(name));
    }

    /** Requires an error in the form of RFC 7644 §3.12. */
    static void error(Answer answer, int status, @Nullable String type) {
        answer.having(status);
        assertThat(answer.type()).startsWith("application/scim+json");
        assertThat(answer.text("status")).isEqualTo(Integer.toString(status));
        assertThat(answer.body()).contains("urn:ietf:params:scim:api:messages:2.0:Error");
        if (type != null) {
            assertThat(answer.text("scimType")).as(answer.body()).isEqualTo(type);
        }
    }
}
