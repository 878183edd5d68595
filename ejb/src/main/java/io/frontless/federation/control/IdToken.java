package io.frontless.federation.control;

import io.frontless.kernel.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims of an ID token whose signature is good, judged by OpenID Connect Core §3.1.3.7. */
public record IdToken(Map<String, @Nullable Object> claims) {

    private static final int SUBJECT_CHARS_MAX = 255;

    /** What a token must fit to. */
    record Expected(
            String issuer,
            String clientId,
            String nonce,
            @Nullable Duration maxAge,
            Instant now) {}

    /** What is wrong with it, for the log; nothing where it is good. */
    Optional<String> fault(Expected expected) {
        Instant now = expected.now();
        Duration skew = Limits.PROVIDER_SKEW_MAX;
        if (!expected.issuer().equals(claims.get("iss"))) {
            return Optional.of("of another issuer");
        }
        if (!audience().contains(expected.clientId()) || !isParty(expected.clientId())) {
            return Optional.of("for another client");
        }
        if (moment("exp").filter(until -> now.isBefore(until.plus(skew))).isEmpty()) {
            return Optional.of("expired, or without an end");
        }
        if (moment("iat").filter(at -> at.minus(skew).isBefore(now)).isEmpty()
                || moment("nbf").filter(from -> from.minus(skew).isAfter(now)).isPresent()) {
            return Optional.of("of a time to come, or of none");
        }
        if (!expected.nonce().equals(claims.get("nonce"))) {
            return Optional.of("with another nonce");
        }
        Duration maxAge = expected.maxAge();
        if (maxAge != null
                && moment("auth_time")
                        .filter(at -> now.isBefore(at.plus(maxAge).plus(skew)))
                        .isEmpty()) {
            return Optional.of("of a sign-in too long ago");
        }
        boolean named = text("sub")
                .filter(subject -> !subject.isBlank() && subject.length() <= SUBJECT_CHARS_MAX)
                .isPresent();
        return named ? Optional.empty() : Optional.of("without a subject");
    }

    /** Whom the provider means. */
    String subject() {
        return text("sub").orElseThrow();
    }

    /** The address, if the provider has verified it. */
    Optional<String> verifiedEmail() {
        return text("email").filter(email -> Boolean.TRUE.equals(claims.get("email_verified")));
    }

    /** What the person is called. */
    Optional<String> name() {
        return text("name")
                .map(name -> name.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(name -> !name.isEmpty() && name.length() <= Limits.TEXT_CHARS_MAX);
    }

    private boolean isParty(String clientId) {
        return claims.get("azp") == null ? audience().size() == 1 : clientId.equals(claims.get("azp"));
    }

    private List<?> audience() {
        Object audience = claims.get("aud");
        if (audience instanceof List<?> list) {
            return list;
        }
        return audience == null ? List.of() : List.of(audience);
    }

    private Optional<String> text(String name) {
        return claims.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private Optional<Instant> moment(String name) {
        return claims.get(name) instanceof BigDecimal seconds
                        && seconds.abs().compareTo(BigDecimal.valueOf(100_000_000_000L)) < 0
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
