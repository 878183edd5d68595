package io.frontless.system.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What other tests rely on: an identity provider that really is one. */
@ExtendWith(KeycloakExtension.class)
class KeycloakIT {
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final RunningKeycloak keycloak;

    KeycloakIT(RunningKeycloak keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void signsAPersonInAndGivesTokensForTheCode() throws Exception {
        KeycloakRealm realm =
                keycloak.realm("fixture", KeycloakIT.class, "fixture-realm.json", Map.of("secret", "between us"));
        realm.person("grace@works.example", true, "a long enough password");
        URI authorization = URI.create(realm.endpoint("auth") + "?response_type=code&client_id=frontless&scope=openid"
                + "&redirect_uri=https%3A%2F%2Flocalhost%2Fback&state=s1&nonce=n1&code_challenge_method=S256&code_challenge="
                + CHALLENGE);

        URI back = realm.visitor().signIn(authorization, "grace@works.example", "a long enough password");

        assertThat(back.toString())
                .startsWith("https://localhost/back?state=s1")
                .contains("&iss=", "&code=");
        String code = back.getQuery().replaceAll(".*[&?]code=([^&]+).*", "$1");
        var answer = keycloak.client()
                .send(
                        HttpRequest.newBuilder(realm.endpoint("token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        "grant_type=authorization_code&client_id=frontless&client_secret=between+us"
                                                + "&redirect_uri=https%3A%2F%2Flocalhost%2Fback&code_verifier="
                                                + VERIFIER
                                                + "&code=" + code))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("id_token", "refresh_token");
    }
}
