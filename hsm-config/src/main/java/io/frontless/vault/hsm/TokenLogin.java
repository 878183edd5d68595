package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.AuthProvider;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;

/** Logs in to a token with one attempt, and says what was wrong if it was refused. */
final class TokenLogin {

    private TokenLogin() {}

    static void login(AuthProvider provider, TokenSettings settings) {
        try (Pin pin = Pin.read(settings.pinFile())) {
            provider.login(null, pin.onlyOnce());
        } catch (LoginException e) {
            throw refusal(e, settings);
        }
    }

    private static TokenException refusal(LoginException e, TokenSettings settings) {
        String token = "token '" + settings.tokenLabel() + "'";
        return switch (code(e)) {
            case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" ->
                new TokenException(
                        Reason.PIN_WRONG, token + " refused the PIN in " + settings.pinFile() + "; it was tried once");
            case "CKR_PIN_LOCKED", "CKR_PIN_EXPIRED" ->
                new TokenException(
                        Reason.PIN_LOCKED, token + " is locked: its security officer has to set the user PIN anew");
            case "CKR_USER_PIN_NOT_INITIALIZED" ->
                new TokenException(
                        Reason.PIN_LOCKED, token + " has no user PIN yet: its security officer has to set one");
            default -> new TokenException(Reason.UNAVAILABLE, token + " cannot be logged in to", e);
        };
    }

    /** The JDK gives the PKCS#11 code only as the message of an internal exception, e.g. CKR_PIN_LOCKED. */
    private static String code(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(message -> message != null && message.startsWith("CKR_"))
                .findFirst()
                .orElse("");
    }
}
