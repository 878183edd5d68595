package io.frontless.workspace.control;

import io.frontless.operation.Permission;
import java.util.EnumSet;
import java.util.Set;

/** What a member may do in a workspace. */
public enum Role {
    OWNER,
    ADMIN,
    MEMBER,
    VIEWER;

    /** What this role allows. */
    public Set<Permission> permissions() {
        return switch (this) {
            case OWNER, ADMIN -> EnumSet.of(Permission.READ, Permission.WRITE_RECORDS, Permission.CHANGE_SCHEMA);
            case MEMBER -> EnumSet.of(Permission.READ, Permission.WRITE_RECORDS);
            case VIEWER -> EnumSet.of(Permission.READ);
        };
    }
}
