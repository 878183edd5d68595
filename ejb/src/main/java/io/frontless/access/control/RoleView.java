package io.frontless.access.control;

import io.frontless.workspace.control.Role;

/**
 * A role as those see it who decide who may do what.
 *
 * @param version counts its changes, from 1; 0 for a ready-made one, which has none
 * @param readyMade whether it is the same in every workspace and cannot be changed
 */
public record RoleView(Role role, long version, boolean readyMade) {}
