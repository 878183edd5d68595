package io.frontless.workspace.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, in which workspace, with which rights. Made by {@link Workspaces#enter} from a verified session and a membership, never from a
 * request's own words.
 */
public record Caller(UUID workspaceId, Actor actor, Access access) {

    /**
     * What a membership makes of a person; a role that is not there any more allows nothing.
     *
     * @param grants what the role allows, in JSON; null where it is ready made, or not there any more
     */
    public static Caller ofMember(UUID workspaceId, Actor actor, String role, @Nullable String grants) {
        Access access = Role.readyMade(role)
                .map(Role::access)
                .orElseGet(() -> new Access(role, grants == null ? List.of() : Roles.grantsOf(grants)));
        return new Caller(workspaceId, actor, access);
    }

    /** Refuses as DENIED what the caller's role allows nowhere in the workspace. */
    public void require(Permission permission) {
        if (!access.allowsSomewhere(permission)) {
            throw denied(permission);
        }
    }

    /** Refuses as DENIED what the caller's role does not allow on an entity, or, where it is null, on the workspace itself. */
    public void require(Permission permission, @Nullable String entity) {
        if (!access.allows(permission, entity)) {
            throw denied(permission);
        }
    }

    private static Rejection denied(Permission permission) {
        return new Rejection(Reason.DENIED, "your role in this workspace does not allow this (" + permission + ")");
    }
}
