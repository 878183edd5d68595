package io.frontless.engine.control;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Tells which records refer to others. The record component provides it, which stands above the engine. */
public interface Referrers {

    /** The living records that refer to one of these. */
    Set<UUID> of(UUID workspaceId, Collection<UUID> recordIds);
}
