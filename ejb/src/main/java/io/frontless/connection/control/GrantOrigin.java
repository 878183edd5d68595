package io.frontless.connection.control;

import io.frontless.operation.ConnectionLevel;
import java.util.UUID;

/** Who has granted something, and at which level. */
public record GrantOrigin(UUID provider, ConnectionLevel level) {}
