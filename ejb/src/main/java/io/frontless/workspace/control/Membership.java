package io.frontless.workspace.control;

import java.util.UUID;

/**
 * A workspace that a person belongs to, and as what.
 *
 * @param role the key of their role
 */
public record Membership(UUID workspaceId, String label, String role) {}
