package io.frontless.keys.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ShredKeys;
import io.frontless.vault.control.KeyRing;
import io.frontless.vault.control.KeyVersion;
import io.frontless.workspace.control.TransactionMemory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Destroys all keys of the workspace, and so every secret that it keeps. */
@Dependent
public class ShredKeysHandler implements LastingKeyHandler<ShredKeys> {

    private final KeyRing ring;
    private final TransactionMemory transaction;

    @Inject
    public ShredKeysHandler(KeyRing ring, TransactionMemory transaction) {
        this.ring = ring;
        this.transaction = transaction;
    }

    @Override
    public Class<ShredKeys> operation() {
        return ShredKeys.class;
    }

    @Override
    public Prepared check(ShredKeys operation, Execution execution) {
        KeyStates.requireOwner(execution.caller());
        UUID workspaceId = execution.workspaceId();
        List<KeyVersion> versions = ring.lock(workspaceId);
        execution.requireVersion("key", KeyStates.newest(versions));
        List<KeyVersion> living =
                versions.stream().filter(key -> !key.destroyed()).toList();
        if (living.isEmpty()) {
            throw Rejection.conflict("key", "one that is not destroyed", "none");
        }

        return new Prepared(KeyStates.shredding(living, KeyStates.newest(versions)), () -> {
            living.forEach(key -> ring.destroy(workspaceId, key.version()));
            transaction.afterCommit(() -> living.forEach(key -> ring.forget(workspaceId, key.version())));
        });
    }
}
