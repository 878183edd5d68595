package io.frontless.connection.control;

import io.frontless.connection.entity.GrantRows;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answers to who asks for tokens (RFC 6749 §5.1).
 *
 * @param refresh the refresh token, if a new one came
 * @param scopes what was granted, if it was said; otherwise it is what was asked for
 */
record TokenAnswer(String access, Optional<String> refresh, Optional<Set<String>> scopes, GrantRows.Life life) {

    private static final int MARGIN_OF_SHORT = 5;
    private static final Pattern WORDS = Pattern.compile("\\s+");

    /** Reads the body of an answer of status 200; INVALID where it is none. */
    static TokenAnswer read(String body, Instant now) {
        Map<String, @Nullable Object> answer = Json.readObject(body);
        String access =
                text(answer, "access_token").orElseThrow(() -> Rejection.invalid("access_token", "a token", "nothing"));
        String type = text(answer, "token_type").orElse("nothing");
        if (!type.equalsIgnoreCase("bearer")) {
            throw Rejection.invalid("token_type", "Bearer", type);
        }
        return new TokenAnswer(
                access,
                text(answer, "refresh_token"),
                scopes(answer.get("scope")),
                life(answer.get("expires_in"), now));
    }

    /** Said to be none, which is less than not said: then what was asked for is granted (RFC 6749 §5.1). */
    private static Optional<Set<String>> scopes(@Nullable Object said) {
        return said instanceof String text
                ? Optional.of(WORDS.splitAsStream(text.strip())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    /** The error that an answer of another status names (RFC 6749 §5.2); its body may be anything. */
    static String error(String body) {
        try {
            return text(Json.readObject(body), "error").orElse("");
        } catch (Rejection none) {
            return "";
        }
    }

    private static GrantRows.Life life(@Nullable Object seconds, Instant now) {
        Duration said = seconds instanceof BigDecimal number && number.signum() > 0
                ? Duration.ofSeconds(number.min(MAX_SECONDS).longValue())
                : Limits.TOKEN_LIFETIME_UNSAID;
        Duration part = said.dividedBy(MARGIN_OF_SHORT);
        Duration margin = part.compareTo(Limits.TOKEN_MARGIN) < 0 ? part : Limits.TOKEN_MARGIN;
        return new GrantRows.Life(now.plus(said).minus(margin), now.plus(said));
    }

    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(Limits.TOKEN_LIFETIME_MAX.toSeconds());

    private static Optional<String> text(Map<String, @Nullable Object> answer, String name) {
        return answer.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String toString() {
        return "TokenAnswer";
    }
}
