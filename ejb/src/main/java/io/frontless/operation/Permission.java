package io.frontless.operation;

import java.util.Set;

/** What a role can allow. Every operation and every endpoint names the one it needs. Stored by name in grants, so none is ever renamed. */
public enum Permission {
    READ,
    CREATE,
    UPDATE,
    DELETE,
    EXPORT,
    /** To change what a table is; only who may read all of it can. */
    SCHEMA,
    APPROVE,
    /** To make roles and to give them to members; only for the workspace as a whole. */
    MANAGE_ROLES,
    /** To make API keys and to revoke them; only for the workspace as a whole. */
    MANAGE_KEYS,
    /** To declare providers of other services, and to connect and disconnect them; only for the workspace as a whole. */
    MANAGE_CONNECTIONS,
    /** To found a workspace one only has to be a verified person; no role gives it. */
    FOUND_WORKSPACE,
    /** To join by an invitation, and to leave: everybody has it for themselves, and no role gives or takes it. */
    OWN_MEMBERSHIP,
    /** What people do with their own account; no role gives it. */
    MANAGE_ACCOUNT,
    /** To have the vault write down that a secret is opened; the vault alone has it, and no role gives it. */
    USE_SECRETS,
    /** To rotate and destroy the keys of the installation: its operator alone, and no role gives it. */
    OPERATE_KEYS,
    /** To say that a workspace was moved to another database: the installation's operator alone, and no role gives it. */
    MOVE_WORKSPACE,
    /** To have removed what archives have of the log: what works for the retention alone, and no role gives it. */
    REMOVE_ARCHIVED;

    private static final Set<Permission> NO_ROLES = Set.of(
            FOUND_WORKSPACE,
            OWN_MEMBERSHIP,
            MANAGE_ACCOUNT,
            USE_SECRETS,
            OPERATE_KEYS,
            MOVE_WORKSPACE,
            REMOVE_ARCHIVED);

    /** Whether a role can give it. */
    public boolean isGrantable() {
        return !NO_ROLES.contains(this);
    }
}
