package io.frontless.apikey.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a token of ours says (RFC 7519 §4.1, MicroProfile JWT 2.1 §4): whose it is and from when to when it holds. */
record TokenClaims(UUID keyId, UUID workspaceId, Instant notBefore, Instant expiresAt) {

    /** Reads the claims of a token that we have signed; nothing where it is of another issuer or for another audience, or lacks something. */
    static Optional<TokenClaims> read(Map<String, @Nullable Object> claims, ApiKeyConfig config) {
        try {
            Params params = new Params("token", claims);
            TokenClaims read = new TokenClaims(
                    params.id("sub"), params.id("workspace"), moment(params, "nbf"), moment(params, "exp"));
            boolean ours = config.issuer().equals(claims.get("iss"))
                    && audience(claims.get("aud")).contains(config.audience());
            return ours ? Optional.of(read) : Optional.empty();
        } catch (Rejection | ArithmeticException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** Whether it holds at this moment. */
    boolean holdsAt(Instant now) {
        return !now.isBefore(notBefore) && now.isBefore(expiresAt);
    }

    private static List<?> audience(@Nullable Object audience) {
        return audience instanceof List<?> several ? several : List.of(String.valueOf(audience));
    }

    private static Instant moment(Params params, String name) {
        BigDecimal seconds = params.optionalNumber(name)
                .orElseThrow(() -> Rejection.invalid(name, "a moment in seconds", "nothing"));
        return Instant.ofEpochSecond(seconds.longValueExact());
    }
}
