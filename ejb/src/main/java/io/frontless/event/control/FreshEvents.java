package io.frontless.event.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The workspaces in which this node has written to the log since it was last asked: a hint for what follows the log, so that it need not look through
 * all of them. Lost with the process, which is why nobody relies on it alone.
 */
@ApplicationScoped
public class FreshEvents {

    private Set<UUID> workspaces = new HashSet<>();

    /** Something was committed in a workspace. */
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
