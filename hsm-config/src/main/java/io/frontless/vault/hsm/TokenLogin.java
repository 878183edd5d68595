package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.AuthProvider;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;

/** Logs in to a token with one attempt, if the token has more than one left, and says what was wrong if it was refused. */
final class TokenLogin {

    private final AuthProvider provider;
    private final TokenFacts facts;
    private final TokenSettings settings;

    TokenLogin(AuthProvider provider, TokenFacts facts, TokenSettings settings) {
        this.provider = provider;
        this.facts = facts;
        this.settings = settings;
    }

    /** Logs in; {@code force} takes the last attempt, too. */
    void login(boolean force) {
        requireAttempts(force);
        try {
            provider.login(null, Pin.onlyOnce(settings.pin()));
        } catch (LoginException e) {
            throw refusal(e);
        }
    }

    /** What the token tells of its PIN before anything is tried; not every make tells it. */
    private void requireAttempts(boolean force) {
        if (facts.has("CKF_USER_PIN_LOCKED")) {
            throw locked();
        }
        if (facts.has("CKF_TOKEN_INITIALIZED") && !facts.has("CKF_USER_PIN_INITIALIZED") && asksForPin()) {
            throw noPin();
        }
        if (facts.has("CKF_USER_PIN_FINAL_TRY") && !force) {
            throw new TokenException(
                    Reason.PIN_LOCKED,
                    token() + " has one attempt left before it locks itself, which is not spent on a start; check "
                            + settings.pin().name()
                            + ", then log in once by ./frontless ceremony --verify --final-try");
        }
    }

    private boolean asksForPin() {
        return facts.has("CKF_LOGIN_REQUIRED");
    }

    private TokenException refusal(LoginException e) {
        Optional<TokenException> noPin = causes(e)
                .filter(TokenException.class::isInstance)
                .map(TokenException.class::cast)
                .findFirst();
        return noPin.orElseGet(() -> refusalOfToken(e));
    }

    private TokenException refusalOfToken(LoginException e) {
        return switch (code(e)) {
            case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" ->
                new TokenException(
                        Reason.PIN_WRONG,
                        token() + " refused " + settings.pin().name() + "; it was tried once, and is not tried again");
            case "CKR_PIN_LOCKED", "CKR_PIN_EXPIRED" -> locked();
            case "CKR_USER_PIN_NOT_INITIALIZED" -> noPin();
            default -> new TokenException(Reason.UNAVAILABLE, token() + " cannot be logged in to", e);
        };
    }

    private TokenException locked() {
        return new TokenException(
                Reason.PIN_LOCKED, token() + " is locked: its security officer has to set the user PIN anew");
    }

    private TokenException noPin() {
        return new TokenException(
                Reason.PIN_LOCKED, token() + " has no user PIN yet: its security officer has to set one");
    }

    private String token() {
        return "token '" + settings.tokenLabel() + "'";
    }

    /** The JDK gives the PKCS#11 code only as the message of an internal exception, e.g. CKR_PIN_LOCKED. */
    private static String code(Throwable failure) {
        return causes(failure)
                .map(Throwable::getMessage)
                .filter(message -> message != null && message.startsWith("CKR_"))
                .findFirst()
                .orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
