package io.frontless.workspace.control;

import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import java.util.List;
import java.util.Optional;

/**
 * What a member may do in a workspace. Four are ready made, the same everywhere and for ever; others are a workspace's own.
 *
 * @param key the lasting name; those of the ready-made roles are in capitals, which no other key can be
 * @param label what people call it
 */
public record Role(String key, String label, List<Grant> grants) {

    /** May do everything, and alone makes others that. */
    public static final Role OWNER = everything("OWNER", "Owner");

    /** May do everything but make owners. */
    public static final Role ADMIN = everything("ADMIN", "Admin");

    /** Works with all records. */
    public static final Role MEMBER = new Role(
            "MEMBER",
            "Member",
            List.of(Grant.of(
                    Grant.ANY,
                    Permission.READ,
                    Permission.CREATE,
                    Permission.UPDATE,
                    Permission.DELETE,
                    Permission.EXPORT)));

    /** Reads all records. */
    public static final Role VIEWER = new Role("VIEWER", "Viewer", List.of(Grant.of(Grant.ANY, Permission.READ)));

    /** The ready-made roles, those that allow most first. */
    public static final List<Role> READY_MADE = List.of(OWNER, ADMIN, MEMBER, VIEWER);

    public Role {
        grants = List.copyOf(grants);
    }

    /** The ready-made role of this key, whatever the case of its letters. */
    public static Optional<Role> readyMade(String key) {
        return READY_MADE.stream()
                .filter(role -> role.key().equalsIgnoreCase(key))
                .findFirst();
    }

    /** What this role allows. */
    public Access access() {
        return new Access(key, grants);
    }

    private static Role everything(String key, String label) {
        Grant all = Grant.of(
                Grant.ANY,
                Permission.READ,
                Permission.CREATE,
                Permission.UPDATE,
                Permission.DELETE,
                Permission.EXPORT,
                Permission.SCHEMA,
                Permission.APPROVE,
                Permission.MANAGE_ROLES,
                Permission.MANAGE_KEYS,
                Permission.MANAGE_CONNECTIONS);
        return new Role(key, label, List.of(all));
    }
}
