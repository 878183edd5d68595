package io.frontless.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The workspaces of which this node has signed a head since it was last asked: a hint for the witnesses, so that nobody need look through all of
 * them. Lost with the process, which is why nobody relies on it alone.
 */
@ApplicationScoped
public class FreshHeads {

    private Set<UUID> workspaces = new HashSet<>();

    /** A head was signed. */
    public synchronized void add(UUID workspaceId) {
        workspaces.add(workspaceId);
    }

    /** Those since the last time. */
    public synchronized Set<UUID> take() {
        Set<UUID> taken = workspaces;
        workspaces = new HashSet<>();
        return taken;
    }
}
