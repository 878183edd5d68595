package io.frontless.identity.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a person signs in beside the password.
 *
 * @param appSince since when an authenticator app is in use; null where none is
 * @param recoveryCodesLeft how many were not used
 */
public record FactorsView(@Nullable Instant appSince, List<PasskeyView> passkeys, int recoveryCodesLeft) {

    /**
     * A passkey.
     *
     * @param synced whether its provider keeps a copy, so that a lost device does not take it along
     * @param usedAt when it was last used; null where never
     */
    public record PasskeyView(
            UUID passkeyId,
            String label,
            Instant addedAt,
            @Nullable Instant usedAt,
            boolean synced) {}

    /** Whether there is an authenticator app. */
    public boolean app() {
        return appSince != null;
    }

    /** Whether there is any, so that a password alone is not enough. */
    public boolean any() {
        return app() || !passkeys.isEmpty();
    }
}
