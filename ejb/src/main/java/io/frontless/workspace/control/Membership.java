package io.frontless.workspace.control;

import java.util.UUID;

/** A workspace that a person belongs to, and as what. */
public record Membership(UUID workspaceId, String label, Role role) {}
