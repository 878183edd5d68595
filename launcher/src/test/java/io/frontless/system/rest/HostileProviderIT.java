package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.frontless.system.Neighbours;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import io.frontless.system.keycloak.KeycloakExtension;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a provider sends that proves nothing: each is wrong in one way, beside one that is right. */
@SystemTest
@ExtendWith(KeycloakExtension.class)
class HostileProviderIT {
    private final Neighbours neighbours;
    private final Company company;

    HostileProviderIT(RunningProduct product, Neighbours neighbours) {
        this.neighbours = neighbours;
        company = Company.founded(product);
    }

    @Test
    void tokenThatIsWrongInOneWaySignsNobodyIn() {
        try (StrangerProvider stranger = StrangerProvider.start(neighbours)) {
            String provider = company.connect(stranger.issuer(), Map.of("maxAgeMinutes", 10));
            long now = Instant.now().getEpochSecond();
            Consumer<JsonObject> recent = claims -> claims.addProperty("auth_time", now);

            assertThat(outcome(stranger, provider, recent))
                    .as("as it should be")
                    .isEqualTo("/");
            Map<String, Consumer<JsonObject>> wrong = Map.ofEntries(
                    Map.entry("another nonce", claims -> claims.addProperty("nonce", "another")),
                    Map.entry("no nonce", claims -> claims.remove("nonce")),
                    Map.entry("another issuer", claims -> claims.addProperty("iss", "https://evil.example")),
                    Map.entry("another audience", claims -> claims.addProperty("aud", "somebody")),
                    Map.entry("several audiences and no party", claims -> claims.add("aud", two())),
                    Map.entry("another party", claims -> {
                        claims.add("aud", two());
                        claims.addProperty("azp", "somebody");
                    }),
                    Map.entry("expired", claims -> claims.addProperty("exp", now - 120)),
                    Map.entry("no end", claims -> claims.remove("exp")),
                    Map.entry("an end in words", claims -> claims.addProperty("exp", "tomorrow")),
                    Map.entry("made tomorrow", claims -> claims.addProperty("iat", now + 86_400)),
                    Map.entry("not yet", claims -> claims.addProperty("nbf", now + 600)),
                    Map.entry("a sign-in too long ago", claims -> claims.addProperty("auth_time", now - 3_600)),
                    Map.entry("no time of sign-in", claims -> claims.remove("auth_time")),
                    Map.entry("no subject", claims -> claims.remove("sub")),
                    Map.entry("a subject of 300 characters", claims -> claims.addProperty("sub", "x".repeat(300))));
            wrong.forEach((what, change) -> assertThat(outcome(stranger, provider, recent.andThen(change)))
                    .as(what)
                    .isEqualTo("/sso?problem=UNTRUSTED"));
            assertThat(company.members()).hasSize(2);
        }
    }

    @Test
    void signatureThatProvesNothingSignsNobodyIn() {
        try (StrangerProvider stranger = StrangerProvider.start(neighbours)) {
            String provider = company.connect(stranger.issuer(), Map.of());

            for (String[] header : new String[][] {
                {"none", "one"}, {"HS256", "one"}, {"RS256", "forged"}, {"RS256", "unknown"}, {"ES256", "one"}
            }) {
                Company.Browser browser = company.browser();
                URI request = browser.begin(company, provider);
                Map<String, String> query = StrangerProvider.query(request);
                stranger.send(header[0], header[1], stranger.claims(nonce(query), company.address("grace")));
                assertThat(browser.back(answer(query)))
                        .as(header[0] + " by " + header[1])
                        .isEqualTo("/sso?problem=UNTRUSTED");
            }
            assertThat(company.members()).hasSize(1);
        }
    }

    @Test
    void requestSaysWhatTheStandardsAsk() {
        try (StrangerProvider stranger = StrangerProvider.start(neighbours)) {
            String provider = company.connect(stranger.issuer(), Map.of("maxAgeMinutes", 10));

            Map<String, String> query = StrangerProvider.query(company.browser().begin(company, provider));

            assertThat(query)
                    .containsEntry("response_type", "code")
                    .containsEntry("code_challenge_method", "S256")
                    .containsEntry("scope", "openid email profile")
                    .containsEntry("max_age", "600");
            assertThat(query.get("state")).matches("[A-Za-z0-9_-]{43}");
            assertThat(query.get("nonce")).matches("[A-Za-z0-9_-]{43}");
            assertThat(query.get("code_challenge")).matches("[A-Za-z0-9_-]{43}");
            assertThat(query.get("redirect_uri"))
                    .endsWith("/api/v1/provider-sign-ins/" + company.id() + "/" + provider + "/answer");
        }
    }

    @Test
    void providerThatIsDownOrNotListedOrSomebodyElseIsToldAndPasswordsGoOn() {
        String issuer = "https://localhost:" + neighbours.strangerPort() + "/down";
        String provider = company.connect(issuer, Map.of());

        assertThat(company.browser().begin(company, provider).toString()).isEqualTo("/sso?problem=UNREACHABLE");
        assertThat(company.browser().get("sso?problem=UNREACHABLE").body()).contains("does not answer at present");
        company.owner.signIn(company.address("owner")).having(201);
        Company second = company.another();
        String unlisted = second.connect("https://login.unlisted.example", Map.of());
        assertThat(second.browser().begin(second, unlisted).toString()).isEqualTo("/sso?problem=UNREACHABLE");
        Company third = company.another();
        try (StrangerProvider stranger = StrangerProvider.start(neighbours)) {
            stranger.pretend("https://login.unlisted.example");
            String other = third.connect(stranger.issuer() + "/", Map.of());
            assertThat(third.browser().begin(third, other).toString()).isEqualTo("/sso?problem=UNREACHABLE");
        }
    }

    private String outcome(StrangerProvider stranger, String provider, Consumer<JsonObject> change) {
        Company.Browser browser = company.browser();
        Map<String, String> query = StrangerProvider.query(browser.begin(company, provider));
        JsonObject claims = stranger.claims(nonce(query), company.address("grace"));
        change.accept(claims);
        stranger.send(claims);
        return browser.back(answer(query));
    }

    private static String nonce(Map<String, String> query) {
        return Objects.requireNonNull(query.get("nonce"), "the request has a nonce");
    }

    private static URI answer(Map<String, String> query) {
        return URI.create(query.get("redirect_uri") + "?code=anything&state=" + query.get("state"));
    }

    private static JsonArray two() {
        JsonArray two = new JsonArray();
        two.add("frontless");
        two.add("somebody");
        return two;
    }
}
