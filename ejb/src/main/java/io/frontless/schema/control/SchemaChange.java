package io.frontless.schema.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it is and as somebody wants it to be.
 *
 * @param after null where it shall be deleted
 */
public record SchemaChange(
        UUID workspaceId, EntityView before, @Nullable EntityView after) {}
