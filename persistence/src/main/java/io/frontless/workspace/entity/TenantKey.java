package io.frontless.workspace.entity;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key of a row that belongs to a workspace: the workspace first, so that the application scopes every statement by it. */
public final class TenantKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable UUID workspaceId;
    private @Nullable UUID id;

    /** For the persistence provider. */
    public TenantKey() {}

    public TenantKey(UUID workspaceId, UUID id) {
        this.workspaceId = workspaceId;
        this.id = id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TenantKey key
                && Objects.equals(workspaceId, key.workspaceId)
                && Objects.equals(id, key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(workspaceId, id);
    }
}
