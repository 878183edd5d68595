package io.frontless.access.control;

import java.time.Instant;
import java.util.UUID;

/**
 * An open invitation as those see it who decide who may do what; its link is in the mail alone.
 *
 * @param role the key of the role that it gives
 * @param invitedBy the name of who invited last
 * @param expired whether its link has stopped working
 */
public record InvitationView(
        UUID id, String email, String role, String invitedBy, Instant expiresAt, boolean expired, long version) {}
