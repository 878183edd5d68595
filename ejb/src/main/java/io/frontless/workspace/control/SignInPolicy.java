package io.frontless.workspace.control;

import org.jspecify.annotations.Nullable;

/**
 * How a session must be to enter a workspace.
 *
 * @param sessionIdleHours how long a session may be unused, at most; null for as long as any
 * @param version counts its changes, from 1
 */
public record SignInPolicy(
        boolean requireSecondFactor, @Nullable Integer sessionIdleHours, long version) {}
