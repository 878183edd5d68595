package io.frontless.identity.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in an open session.
 *
 * @param renewal the token to go on with; null where the present one goes on
 */
public record Presence(
        Person person, UUID session, @Nullable Renewal renewal) {

    /** A token that follows another, until the session's end. */
    public record Renewal(String token, Instant expiresAt) {}

    Presence renewed(Renewal next) {
        return new Presence(person, session, next);
    }
}
