package io.frontless.connection.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.connection.entity.GrantRows;
import io.frontless.kernel.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider's answers are worth. */
class TokenAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "3600, 3540, 3600",
        "300, 240, 300",
        "100, 80, 100",
        "5, 4, 5",
        "9999999999, 2591940, 2592000",
        "0, 540, 600",
        "-1, 540, 600",
        "'\"x\"', 540, 600",
        "null, 540, 600"
    })
    void tokenIsRenewedBeforeItsEnd(String said, long renewedAfterS, long endsAfterS) {
        GrantRows.Life life = read("\"expires_in\": " + said).life();

        assertThat(Duration.between(NOW, life.renewAt())).hasSeconds(renewedAfterS);
        assertThat(Duration.between(NOW, life.expiresAt())).hasSeconds(endsAfterS);
    }

    @Test
    void refreshTokenAndScopesMayBeLeftOut() {
        TokenAnswer bare = read("\"x\": 1");
        TokenAnswer whole = read("\"refresh_token\": \"r\", \"scope\": \" a  b \"");

        assertThat(bare.refresh()).isEmpty();
        assertThat(bare.scopes()).isEmpty();
        assertThat(whole.refresh()).contains("r");
        assertThat(whole.scopes()).contains(Set.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "no JSON",
                "{\"access_token\": \"a\"}",
                "{\"access_token\": \"a\", \"token_type\": \"mac\"}",
                "{\"access_token\": \" \", \"token_type\": \"Bearer\"}",
                "{\"access_token\": 1, \"token_type\": \"Bearer\"}"
            })
    void answerWithoutABearerTokenIsNone(String body) {
        assertThatThrownBy(() -> TokenAnswer.read(body, NOW)).isInstanceOf(Rejection.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"error\": \"invalid_grant\"} | invalid_grant", "{\"error\": 7} | ''", "<html> | ''", "{} | ''"})
    void errorIsReadFromWhateverComes(String body, String error) {
        assertThat(TokenAnswer.error(body)).isEqualTo(error);
    }

    @Test
    void grantedScopesAreComparedWithThoseAskedFor() {
        List<String> asked = List.of("mail.read", "offline_access");

        assertThat(Scopes.missing(asked, read("\"scope\": \"mail.read\""))).isEmpty();
        assertThat(Scopes.missing(asked, read("\"scope\": \"openid\""))).containsExactly("mail.read");
        assertThat(Scopes.excess(asked, read("\"scope\": \"mail.read openid\"")))
                .containsExactly("openid");
        assertThat(Scopes.missing(asked, read("\"x\": 1")))
                .as("not said, so as asked for (RFC 6749 §5.1)")
                .isEmpty();
        assertThat(Scopes.excess(asked, read("\"x\": 1"))).isEmpty();
        assertThat(Scopes.missing(asked, read("\"scope\": \"\"")))
                .as("said to be none")
                .containsExactly("mail.read");
        assertThat(Scopes.missing(asked, read("\"scope\": \"mail.read mail.read\"")))
                .as("said twice")
                .isEmpty();
    }

    @Test
    void tokensComeOutOfTheVaultAsTheyWentInAndTellNothing() {
        Tokens tokens = new Tokens("access", "refresh");

        assertThat(tokens.secret().read(Tokens::of)).isEqualTo(tokens);
        assertThat(tokens).hasToString("Tokens");
        assertThat(Tokens.of("r\na".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Tokens("a", "r"));
        assertThatThrownBy(() -> new Tokens("a\nb", "r")).isInstanceOf(Rejection.class);
    }

    private static TokenAnswer read(String more) {
        return TokenAnswer.read("{\"access_token\": \"a\", \"token_type\": \"bearer\", " + more + "}", NOW);
    }
}
