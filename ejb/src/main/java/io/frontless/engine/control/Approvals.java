package io.frontless.engine.control;

import java.util.UUID;

/** Tells whether another person stands behind a plan. The approval component provides it, which stands above the engine. */
public interface Approvals {

    /** Passes where another person has approved this plan with this hash and still may; HELD, with what is missing, where nobody has. */
    void require(UUID workspaceId, UUID planId, String hash);
}
