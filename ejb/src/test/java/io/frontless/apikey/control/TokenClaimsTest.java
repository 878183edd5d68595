package io.frontless.apikey.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose tokens hold, and when. */
class TokenClaimsTest {
    private static final ApiKeyConfig CONFIG = new ApiKeyConfig("https://frontless.example");
    private static final Instant FROM = Instant.ofEpochSecond(1_000);
    private static final Instant TO = Instant.ofEpochSecond(1_600);

    @Test
    void tokenHoldsFromItsBeginningUntilBeforeItsEnd() {
        TokenClaims claims = TokenClaims.read(claims(), CONFIG).orElseThrow();

        assertThat(claims.holdsAt(FROM)).isTrue();
        assertThat(claims.holdsAt(TO.minusSeconds(1))).isTrue();
        assertThat(claims.holdsAt(FROM.minusSeconds(1))).isFalse();
        assertThat(claims.holdsAt(TO)).isFalse();
    }

    @Test
    void tokenOfAnotherIssuerOrForAnotherAudienceIsNone() {
        assertThat(read("iss", "https://other.example")).isFalse();
        assertThat(read("aud", "https://frontless.example")).isFalse();
        assertThat(read("aud", List.of("https://other.example/api/v1"))).isFalse();
        assertThat(read("aud", List.of("https://frontless.example/api/v1", "x")))
                .isTrue();
    }

    @Test
    void tokenThatLacksSomethingIsNone() {
        for (String name : List.of("iss", "aud", "sub", "workspace", "nbf", "exp")) {
            assertThat(read(name, null)).as(name).isFalse();
        }
        assertThat(read("sub", "somebody")).isFalse();
        assertThat(read("exp", "1600")).isFalse();
        assertThat(read("exp", new BigDecimal("1600.5"))).isFalse();
        assertThat(read("exp", new BigDecimal("1e300"))).isFalse();
        assertThat(read("exp", new BigDecimal("9e18"))).isFalse();
    }

    private static boolean read(String name, @Nullable Object value) {
        Map<String, @Nullable Object> claims = claims();
        claims.put(name, value);
        return TokenClaims.read(claims, CONFIG).isPresent();
    }

    private static Map<String, @Nullable Object> claims() {
        Map<String, @Nullable Object> claims = new HashMap<>();
        claims.put("iss", "https://frontless.example");
        claims.put("aud", "https://frontless.example/api/v1");
        claims.put("sub", new UUID(1, 2).toString());
        claims.put("workspace", new UUID(3, 4).toString());
        claims.put("nbf", BigDecimal.valueOf(FROM.getEpochSecond()));
        claims.put("exp", BigDecimal.valueOf(TO.getEpochSecond()));
        return claims;
    }
}
