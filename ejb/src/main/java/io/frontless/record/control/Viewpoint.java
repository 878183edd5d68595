package io.frontless.record.control;

import io.frontless.kernel.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * From where a filter is read: what {@code @me} and {@code today} in it mean.
 *
 * @param now the one moment that all of a filter's relative dates count from
 */
public record Viewpoint(UUID workspaceId, Actor actor, Instant now) {}
