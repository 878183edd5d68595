package io.frontless.kernel;

import java.util.Objects;
import java.util.UUID;

/**
 * Where the vault keeps a secret: what operations, events and rows carry instead of it. To know a reference opens nothing.
 *
 * @param workspaceId the workspace; for what belongs to a person, the scope of their account, whose id is the account's
 */
public record VaultRef(UUID workspaceId, UUID secretId) {

    public VaultRef {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(secretId, "secretId");
    }
}
