package io.frontless.identity.control;

import java.time.Instant;
import java.util.UUID;

/**
 * An open session, as its person sees it.
 *
 * @param device what it was opened on, as that said itself
 * @param usedAt when it was last used, to the minute
 */
public record SessionView(UUID sessionId, String device, Instant openedAt, Instant usedAt, Instant expiresAt) {}
