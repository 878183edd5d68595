package io.frontless.vault.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLoginTest {

    private final Path directory;

    TokenLoginTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** A token that answers each login with a PKCS#11 code and remembers what it was given. */
    private static final class Refusing extends AuthProvider {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final int asks;
        private final transient List<String> given = new ArrayList<>();

        Refusing(String code, int asks) {
            super("Refusing", "1", "refuses");
            this.code = code;
            this.asks = asks;
        }

        @Override
        public void login(Subject subject, CallbackHandler handler) throws LoginException {
            LoginException refusal = new FailedLoginException();
            try {
                for (int i = 0; i < asks; i++) {
                    PasswordCallback pin = new PasswordCallback("PIN", false);
                    handler.handle(new Callback[] {pin});
                    given.add(new String(pin.getPassword()));
                }
                refusal.initCause(new IllegalStateException(code));
            } catch (Exception e) {
                refusal.initCause(e);
            }
            throw refusal;
        }

        @Override
        public void logout() {}

        @Override
        public void setCallbackHandler(CallbackHandler handler) {}
    }

    @ParameterizedTest
    @CsvSource({
        "CKR_PIN_INCORRECT, PIN_WRONG",
        "CKR_PIN_LEN_RANGE, PIN_WRONG",
        "CKR_PIN_LOCKED, PIN_LOCKED",
        "CKR_USER_PIN_NOT_INITIALIZED, PIN_LOCKED",
        "CKR_DEVICE_REMOVED, UNAVAILABLE"
    })
    void theRefusalIsToldInWordsAfterOneAttempt(String code, Reason reason) throws IOException {
        Refusing token = new Refusing(code, 1);

        TokenException refusal = login(token);

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.getMessage())
                .contains("'mine'")
                .doesNotContain("CKR_")
                .doesNotContain("sesame-77");
        assertThat(token.given).containsExactly("sesame-77");
    }

    @Test
    void aProviderThatTriesAgainGetsNoSecondPin() throws IOException {
        Refusing token = new Refusing("CKR_PIN_INCORRECT", 2);

        TokenException refusal = login(token);

        assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(token.given).containsExactly("sesame-77");
    }

    @Test
    void theLastAttemptIsLeftToAPerson() throws IOException {
        Refusing token = new Refusing("CKR_PIN_INCORRECT", 1);

        TokenException refusal = login(token, Set.of("CKF_LOGIN_REQUIRED", "CKF_USER_PIN_FINAL_TRY"), false);

        assertThat(refusal.reason()).isEqualTo(Reason.PIN_LOCKED);
        assertThat(refusal).hasMessageContaining("one attempt left").hasMessageContaining("--final-try");
        assertThat(token.given).isEmpty();
        assertThat(login(token, Set.of("CKF_USER_PIN_FINAL_TRY"), true).reason())
                .isEqualTo(Reason.PIN_WRONG);
        assertThat(token.given).hasSize(1);
    }

    @Test
    void aTokenThatSaysItIsLockedIsNotAsked() throws IOException {
        Refusing token = new Refusing("CKR_PIN_LOCKED", 1);

        TokenException refusal = login(token, Set.of("CKF_USER_PIN_LOCKED"), true);

        assertThat(refusal.reason()).isEqualTo(Reason.PIN_LOCKED);
        assertThat(token.given).isEmpty();
    }

    private TokenException login(AuthProvider token) throws IOException {
        return login(token, Set.of(), false);
    }

    private TokenException login(AuthProvider token, Set<String> flags, boolean force) throws IOException {
        Path pinFile = TestTokens.privateFile(directory.resolve("pin"), "sesame-77\n");
        TokenSettings settings = new TokenSettings(directory.resolve("lib.so"), "mine", pinFile);
        TokenFacts facts = new TokenFacts("mine", "maker", "model", "1", "1.0", flags, Map.of());
        return catchThrowableOfType(TokenException.class, () -> new TokenLogin(token, facts, settings).login(force));
    }
}
