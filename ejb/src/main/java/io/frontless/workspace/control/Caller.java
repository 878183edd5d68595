package io.frontless.workspace.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, in which workspace, with which rights. Made by {@link Workspaces#enter} from a verified session and a membership, never from a
 * request's own words.
 */
public record Caller(UUID workspaceId, Actor actor, Set<Permission> permissions) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Refuses as DENIED what the caller's role does not allow. */
    public void require(Permission permission) {
        if (!permissions.contains(permission)) {
            throw new Rejection(Reason.DENIED, "your role in this workspace does not allow this (" + permission + ")");
        }
    }
}
