package io.frontless.identity.control;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign-in that waits for its second factor; it opens nothing by itself.
 *
 * @param token names the account and has 256 random bits; told once, only its hash is kept
 * @param app whether a code of an authenticator app will do
 * @param passkey whether a passkey will do
 */
public record SecondStep(String token, Instant expiresAt, boolean app, boolean passkey) implements SignInStep {

    private static final char SEPARATOR = '~';

    static String token(UUID accountId, String random) {
        return accountId + String.valueOf(SEPARATOR) + random;
    }

    /** The account that a token names; none where it is no such token. */
    static Optional<UUID> account(String token) {
        int at = token.indexOf(SEPARATOR);
        try {
            return at < 0 ? Optional.empty() : Optional.of(UUID.fromString(token.substring(0, at)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "a sign-in that waits for its second factor";
    }
}
