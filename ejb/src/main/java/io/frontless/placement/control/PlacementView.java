package io.frontless.placement.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a workspace lives, as the operator sees it.
 *
 * @param movingTo where it is being moved
 * @param phase how far that is: ASKED, COPYING, ARRIVED; CONFIRMED while a copy is being deleted; null where nothing is under way
 * @param copyOn the database in which a copy is kept that is not served any more
 * @param failure why the last move was given up
 */
public record PlacementView(
        UUID workspaceId,
        String database,
        @Nullable String movingTo,
        @Nullable String phase,
        @Nullable String copyOn,
        @Nullable String failure) {}
