package io.frontless.identity.control;

import io.frontless.workspace.control.Assurance;
import io.frontless.workspace.control.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in an open session.
 *
 * @param secondFactor whether the person has shown a second factor in it
 * @param renewal the token to go on with; null where the present one goes on
 * @param caller what they are in the workspace that was asked for along; null where none was, or where it has to be asked by itself
 */
public record Presence(
        Person person,
        UUID session,
        boolean secondFactor,
        @Nullable Renewal renewal,
        @Nullable Caller caller) {

    /** How much a workspace can rely on the person's being who they say. */
    public Assurance assurance() {
        return secondFactor ? Assurance.TWO_FACTORS : Assurance.ONE_FACTOR;
    }

    /** A token that follows another, until the session's end. */
    public record Renewal(String token, Instant expiresAt) {}

    Presence renewed(Renewal next) {
        return new Presence(person, session, secondFactor, next, caller);
    }
}
