package io.frontless.identity.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Assurance;
import io.frontless.workspace.control.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in an open session.
 *
 * @param onlyWorkspace the one that the session is good for, since that workspace's provider has opened it; null where it is good for all of the person's
 * @param secondFactor whether the person has shown a second factor in it
 * @param renewal the token to go on with; null where the present one goes on
 * @param caller what they are in the workspace that was asked for along; null where none was, or where it has to be asked by itself
 */
public record Presence(
        Person person,
        UUID session,
        @Nullable UUID onlyWorkspace,
        boolean secondFactor,
        @Nullable Renewal renewal,
        @Nullable Caller caller) {

    /** How much a workspace can rely on the person's being who they say. */
    public Assurance assurance() {
        return secondFactor ? Assurance.TWO_FACTORS : Assurance.ONE_FACTOR;
    }

    /** A token that follows another, until the session's end. */
    public record Renewal(String token, Instant expiresAt) {}

    /** Whether it was opened by the person's own password, and so is good for their account and all of their workspaces. */
    public boolean isWhole() {
        return onlyWorkspace == null;
    }

    /** Whether it is good for this workspace. */
    public boolean isGoodFor(UUID workspaceId) {
        return onlyWorkspace == null || onlyWorkspace.equals(workspaceId);
    }

    /** Refuses what is for a person's own account in a session that their provider has opened. */
    public void requireWhole() {
        if (!isWhole()) {
            throw new Rejection(
                    Reason.DENIED,
                    "this session was opened by your company's provider and is good for its workspace alone: sign in with your password for this");
        }
    }

    /** Refuses another workspace than the session's own as one that does not exist, before anything is asked of that one. */
    public void requireGoodFor(UUID workspaceId) {
        if (!isGoodFor(workspaceId)) {
            throw Rejection.notFound("workspace", workspaceId);
        }
    }

    Presence renewed(Renewal next) {
        return new Presence(person, session, onlyWorkspace, secondFactor, next, caller);
    }
}
